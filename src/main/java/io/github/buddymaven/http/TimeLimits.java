package io.github.buddymaven.http;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect for a connection to one address
 * @param exchange for everything, from the first byte sent to the last received, the connection included
 */
public record TimeLimits(Duration connect, Duration exchange) {}
