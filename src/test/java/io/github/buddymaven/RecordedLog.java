package io.github.buddymaven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.testing.SilentLog;

/** A log that remembers what a user would read. */
final class RecordedLog extends SilentLog {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void info(CharSequence message) {
        lines.add("info " + message);
    }

    @Override
    public void warn(CharSequence message) {
        lines.add("warn " + message);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String text() {
        return String.join("\n", lines);
    }
}
