/**
 * Values that are sent and never shown. The token and the passwords stay in a {@link
 * io.github.buddymaven.secret.Secret} until a request is written, and the {@link io.github.buddymaven.secret.Redactor}
 * masks them in whatever a server or a library says before a person reads it. Knows no other package. Start with
 * {@code Redactor}.
 */
@NullMarked
package io.github.buddymaven.secret;

import org.jspecify.annotations.NullMarked;
