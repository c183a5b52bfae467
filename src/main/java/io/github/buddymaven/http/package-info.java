/**
 * Sends one request over HTTP and returns one response, or says in a {@link
 * io.github.buddymaven.http.TransportException} why there is none, within a time limit that holds. It exists because
 * HttpClient's defaults repeat a POST, follow redirects, log the token and have no limit for a whole exchange. Knows
 * HttpClient 5, which no other package does, and {@code secret}. Start with {@link
 * io.github.buddymaven.http.Transport}, then {@link io.github.buddymaven.http.ApacheTransport}.
 */
@NullMarked
package io.github.buddymaven.http;

import org.jspecify.annotations.NullMarked;
