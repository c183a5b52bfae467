/**
 * What may be wrong with a configuration, said so that the reader knows what to change. All broken rules are gathered
 * before anything is sent: one run of the build shows all of them.
 */
@NullMarked
package io.github.buddymaven.check;

import org.jspecify.annotations.NullMarked;
