/** What settings.xml and the environment hold: the token, the login of a registry, proxies. The only
 * package that knows them. */
@NullMarked
package io.github.buddymaven.settings;

import org.jspecify.annotations.NullMarked;
