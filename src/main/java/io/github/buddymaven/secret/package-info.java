/**
 * Values that may be sent and never shown. A token and a password stay wrapped until they are written into a
 * request, and whatever a server or an exception says is searched for them before a person reads it.
 */
@NullMarked
package io.github.buddymaven.secret;

import org.jspecify.annotations.NullMarked;
