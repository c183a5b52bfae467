package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The file for scripts: who reads it finds the whole outcome of this run or none, never half of one or an old one. */
record OutputFile(Path path) {
    /** The file, where it can be one; reports it where not. */
    static Optional<OutputFile> check(@Nullable File file, Problems problems) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            Path path = file.toPath().toAbsolutePath();
            boolean free = Files.isRegularFile(path) || !Files.exists(path); // a device or a pipe would be replaced
            if (path.getParent() != null && free) {
                return Optional.of(new OutputFile(path));
            }
        } catch (InvalidPathException e) {
            // reported below, like a folder
        }
        problems.add(Element.of("outputFile", file.toString()) + " is not a file's path on this machine: name a file.");
        return Optional.empty();
    }

    /** Removes what an earlier run left, before this one does anything. */
    static void clear(Optional<OutputFile> file) throws MojoFailureException {
        if (file.isPresent()) {
            file.get().clear();
        }
    }

    /** Writes the outcome, where there is a file for it; else nobody has to put it together. */
    static void write(Optional<OutputFile> file, Supplier<String> text) throws MojoFailureException {
        if (file.isPresent()) {
            file.get().write(text.get());
        }
    }

    private void clear() throws MojoFailureException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable("Nothing was changed.", e);
        }
    }

    private void write(String text) throws MojoFailureException {
        try {
            Files.createDirectories(path.getParent());
            Path whole = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
            try {
                Files.write(whole, (text + "\n").getBytes(UTF_8)); // half a surrogate pair becomes a question mark
                move(whole, path);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw unwritable("Everything else was done.", e);
        }
    }

    private MojoFailureException unwritable(String rest, IOException cause) {
        return new MojoFailureException(
                "The outcome cannot be written to <outputFile>" + path
                        + "</outputFile>: name a file in a folder that can be written to. " + rest,
                cause);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
