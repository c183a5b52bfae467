/**
 * The push action as the POM wants it: an immutable value, and the rules that it keeps. Knows nothing of Maven, JSON or
 * HTTP.
 */
@NullMarked
package io.github.buddymaven.action;

import org.jspecify.annotations.NullMarked;
