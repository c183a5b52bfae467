/**
 * Everything that a person or a script reads: lines for the log, messages of failures, JSON and XML for files.
 *
 * <p>Every message is a whole sentence in one place, so that it can be found with grep and corrected there. Knows nothing of
 * Maven. Start with {@link io.github.buddymaven.report.PushReport} for what a run says, and with {@link
 * io.github.buddymaven.report.ErrorMessages} for what a failure says.
 */
@NullMarked
package io.github.buddymaven.report;

import org.jspecify.annotations.NullMarked;
