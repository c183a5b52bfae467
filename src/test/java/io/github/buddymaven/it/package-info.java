/** What the hook scripts of {@code src-it} share: a stand-in for Buddy around each build, and a look at what it saw. */
@NullMarked
package io.github.buddymaven.it;

import org.jspecify.annotations.NullMarked;
