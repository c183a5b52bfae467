package io.github.buddymaven.http;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect for a connection, its TLS handshake included, whatever number of addresses is tried
 * @param exchange for everything, from the first byte sent to the last received, the connection included
 */
public record TimeLimits(Duration connect, Duration exchange) {}
