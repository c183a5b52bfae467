package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.MojoFailureException;

/** The file for scripts: who reads it finds the whole outcome or none, never half of one. */
final class OutputFile {
    private OutputFile() {}

    static void write(Path file, String text) throws MojoFailureException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "buddy", ".json");
            try {
                Files.writeString(whole, text + "\n", UTF_8);
                move(whole, file);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new MojoFailureException(
                    "The outcome could not be written to <outputFile>" + file
                            + "</outputFile>: name a file in a folder that can be written to. Everything else was done.",
                    e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
