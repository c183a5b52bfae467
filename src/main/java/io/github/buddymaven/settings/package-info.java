/**
 * The credentials and proxies of settings.xml and the environment, decrypted and checked.
 *
 * <p>Knows Maven's settings, and nothing of Buddy's API. Start with {@link io.github.buddymaven.settings.ServerCredentials}.
 */
@NullMarked
package io.github.buddymaven.settings;

import org.jspecify.annotations.NullMarked;
