package io.github.buddymaven.http;

import java.time.Duration;

/**
 * How long an exchange may take.
 *
 * @param connect for a connection, including the proxy's tunnel and the TLS handshake, however many addresses are tried
 * @param exchange for the whole exchange, including the connection, up to the last byte of the response
 */
public record Timeouts(Duration connect, Duration exchange) {}
