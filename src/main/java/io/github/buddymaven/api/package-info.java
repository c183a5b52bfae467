/**
 * Buddy's REST API in Buddy's words: addresses, requests, answers, refusals. The only package that knows JSON.
 *
 * <p>Sources: buddy.works/docs/api, pages "Getting started", "Add an action", and the clients that Buddy publishes.
 */
@NullMarked
package io.github.buddymaven.api;

import org.jspecify.annotations.NullMarked;
