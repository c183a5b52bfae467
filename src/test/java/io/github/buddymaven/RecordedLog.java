package io.github.buddymaven;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugin.testing.SilentLog;

/** A log that keeps what a user would read. */
final class RecordedLog extends SilentLog {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void info(CharSequence message) {
        lines.add("info " + message);
    }

    @Override
    public void warn(CharSequence message) {
        lines.add("warn " + message);
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    void clear() {
        lines.clear();
    }

    String text() {
        return String.join("\n", lines());
    }

    /** Returns the warnings, each of which may have several lines. */
    List<String> warnings() {
        return lines().stream().filter(line -> line.startsWith("warn ")).toList();
    }
}
