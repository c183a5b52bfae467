package io.github.buddymaven.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file for scripts. It has the whole result of the last run or what it had before, never half of one; and it never costs the
 * user a file that this plugin has not written.
 */
public final class OutputFile {
    /** How everything begins that this plugin writes. */
    private static final List<String> BEGINNINGS = List.of(
            "{\n  \"outcome\" : ",
            "{\n  \"actions\" : ",
            "{\n  \"run\" : ",
            "<configuration>\n  <apiUrl>",
            "<configuration>\n  <workspace>");

    private static final int MAX_LINKS = 40;

    private final Path path;

    private OutputFile(Path path) {
        this.path = path;
    }

    /** Returns the file if it can be written to; reports it if not. */
    public static Optional<OutputFile> validate(@Nullable File file, Problems problems) {
        if (file == null) {
            return Optional.empty();
        }
        Parameter parameter = Parameter.named("outputFile", file.toString());
        if (!ParameterChecks.singleLine(parameter, problems)) {
            return Optional.empty();
        }
        try {
            Path path = resolve(file.toPath().toAbsolutePath());
            // a device or a pipe would be replaced, and a link that is left leads in a circle
            boolean free = Files.isRegularFile(path) || !(Files.exists(path) || Files.isSymbolicLink(path));
            if (path.getParent() == null || !free) {
                problems.add(parameter + " is not the path of a file. Name a file.");
            } else if (!isOwn(path)) {
                problems.add(parameter
                        + " is a file that this plugin has not written. Name another file, or remove this one.");
            } else {
                return Optional.of(new OutputFile(path));
            }
        } catch (InvalidPathException e) {
            problems.add(parameter + " has a character that no file name of this locale has. Start Maven with a locale"
                    + " that has the character, such as LC_ALL=C.UTF-8, or name another file.");
        }
        return Optional.empty();
    }

    /** Follows symbolic links, so that the links themselves stay. */
    private static Path resolve(Path link) {
        Path path = link;
        try {
            for (int links = 0; links < MAX_LINKS && Files.isSymbolicLink(path); links++) {
                path = path.resolveSibling(Files.readSymbolicLink(path));
            }
            return path;
        } catch (IOException e) {
            return path; // it is reported when it is written
        }
    }

    private static boolean isOwn(Path path) {
        if (!Files.exists(path)) {
            return true;
        }
        try (InputStream content = Files.newInputStream(path)) {
            String beginning = new String(content.readNBytes(32), UTF_8);
            return beginning.isEmpty() || BEGINNINGS.stream().anyMatch(beginning::startsWith);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Replaces the content in one step.
     *
     * @throws IOException if the file cannot be written; the message for the user is {@link #message}
     */
    public void write(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Path whole = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(whole, (text + "\n").getBytes(UTF_8)); // half a surrogate pair becomes a question mark
            move(whole, path);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Returns the message of a failed write. */
    public String message() {
        return "Could not write the result to " + Parameter.named("outputFile", path.toString())
                + ". Name a file in a folder that can be written to.";
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
