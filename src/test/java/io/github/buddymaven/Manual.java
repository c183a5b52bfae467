package io.github.buddymaven;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.md and the pages of the manual, as text. */
final class Manual {
    static final Path README = Path.of("README.md");
    static final Path PAGES = Path.of("src/site/markdown");

    private static final Pattern BLOCK =
            Pattern.compile("^( *)```(\\w*)\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Manual() {}

    /** A block of code: what language it is in, and its text. */
    record Block(Path page, String language, String text) {}

    static Path page(String name) {
        return PAGES.resolve(name + ".md");
    }

    /** README.md, and all pages. */
    static List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(README));
        all.addAll(files(PAGES, ".md"));
        return all;
    }

    static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks(Path page) {
        return BLOCK.matcher(read(page))
                .results()
                .map(block -> new Block(page, block.group(2), block.group(3)))
                .toList();
    }

    /** The logs that are shown, which begin with the level of their first line. */
    static List<String> logs(Path page) {
        return blocks(page).stream()
                .filter(block -> block.language().isEmpty() && block.text().startsWith("["))
                .map(block -> block.text().strip())
                .toList();
    }

    /** The sentences outside tables; what is in backticks counts as one word. */
    static List<String> sentences(Path page) {
        String prose = BLOCK.matcher(read(page))
                .replaceAll("")
                .replaceAll("(?m)^\\|.*$|!?\\[([^]]*)]\\([^)]*\\)|<!--.*-->|<a id=.*</a>", "$1")
                .replaceAll("`[^`]+`", "CODE")
                .replaceAll("(?m)^ *(?:\\*|\\d\\.|#+) ", "\n\n");
        return Stream.of(prose.split("\n\\s*\n|(?<=[.!?]|[.!?]\\*\\*|\\.\\))\\s+(?=[^a-z])", -1))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** The cells of the first table under a heading, without its head. */
    static List<List<String>> table(Path page, String heading) {
        List<List<String>> rows = read(page)
                .lines()
                .dropWhile(line -> !line.matches("#+ " + Pattern.quote(heading) + "( <a .*)?"))
                .skip(1)
                .dropWhile(line -> !line.startsWith("|") && !line.startsWith("#"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Manual::cells)
                .toList();
        assertThat(rows).as(heading).isNotEmpty();
        return rows;
    }

    static List<String> cells(String line) {
        assertThat(line).matches("\\|.*\\|");
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** All that a cell has in backticks. */
    static Set<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).collect(toCollection(TreeSet::new));
    }

    /** What a cell has in backticks, and it has nothing else. */
    static String code(String cell) {
        Matcher code = CODE.matcher(cell);
        assertThat(code.matches()).as(cell).isTrue();
        return code.group(1);
    }
}
