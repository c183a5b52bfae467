/** Serves the hook scripts of {@code src-it}: starts a fake Buddy before each build and checks what it received. */
@NullMarked
package io.github.buddymaven.it;

import org.jspecify.annotations.NullMarked;
