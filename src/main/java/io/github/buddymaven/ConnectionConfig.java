package io.github.buddymaven;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.http.Timeouts;
import java.time.Duration;

/**
 * Which pipeline a goal is about, and how it is reached.
 *
 * @param pipeline the pipeline
 * @param timeouts how long a connection and an exchange may take
 * @param rateLimitWait how long the goal may wait for Buddy's rate limit in all
 * @param serverId the server of settings.xml with the token
 */
record ConnectionConfig(PipelineRef pipeline, Timeouts timeouts, Duration rateLimitWait, String serverId) {}
