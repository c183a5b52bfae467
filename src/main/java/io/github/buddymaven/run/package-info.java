/**
 * Runs a pipeline: {@link io.github.buddymaven.run.RunStarter} starts a run at most once, and {@link
 * io.github.buddymaven.run.RunWatcher} waits for its end. Knows nothing of Maven and writes no texts for people.
 */
@NullMarked
package io.github.buddymaven.run;

import org.jspecify.annotations.NullMarked;
