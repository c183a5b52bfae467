package io.github.buddymaven;

import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.http.Timeouts;
import java.time.Duration;

/**
 * Which pipeline a goal is about, and how it is reached.
 *
 * @param pipeline the pipeline
 * @param limits how long an exchange may take
 * @param rateLimitWait how long the goal may wait for Buddy's limit of requests
 * @param serverId the server of settings.xml with the token
 */
record Where(PipelineRef pipeline, Timeouts limits, Duration rateLimitWait, String serverId) {}
