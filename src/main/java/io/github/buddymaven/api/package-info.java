/**
 * Buddy's REST API in Buddy's words: where things are, requests, responses, and what goes wrong.
 *
 * <p>Knows {@code http}, but nothing of Maven; {@link io.github.buddymaven.api.Json} is the only class that parses and writes
 * JSON. Start with {@link io.github.buddymaven.api.BuddyClient}, which has a method for each call.
 *
 * <p>Sources: buddy.works/docs/api, pages "Getting started", "Add an action", and the clients that Buddy publishes.
 */
@NullMarked
package io.github.buddymaven.api;

import org.jspecify.annotations.NullMarked;
