/**
 * Values that may be sent and never shown. A token and a password leave their wrapping in one place, where the request
 * is written, and whatever a server or an exception says is searched for them before a person reads it.
 */
@NullMarked
package io.github.buddymaven.secret;

import org.jspecify.annotations.NullMarked;
