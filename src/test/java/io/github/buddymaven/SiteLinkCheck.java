package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * The links of the built site lead to files and anchors that are there. The site is built after the tests, so this only runs by
 * name: {@code mvn process-classes site}, then {@code mvn surefire:test -Dtest=SiteLinkCheck}.
 */
class SiteLinkCheck {
    private static final Path SITE = Path.of("target/site");

    private final Map<Path, Document> pages = new HashMap<>();

    @Test
    void allLinksLeadSomewhere() throws IOException {
        List<Path> files = Manual.files(SITE, ".html");
        assertThat(files).contains(SITE.resolve("index.html"), SITE.resolve("create-push-action-mojo.html"));
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path file : files) {
            for (Element link : page(file).select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (!target.matches("(?:[a-z]+:|//).*")) {
                    links++;
                    if (!exists(target, file)) {
                        broken.add(SITE.relativize(file) + " -> " + target);
                    }
                }
            }
        }
        assertThat(links).isPositive();
        assertThat(broken).as("broken ones of %s links", links).isEmpty();
    }

    private boolean exists(String target, Path from) throws IOException {
        String[] parts = target.split("#", 2);
        String path = URLDecoder.decode(parts[0], UTF_8);
        Path file = path.isEmpty()
                ? from
                : from.resolveSibling(path.replace('/', File.separatorChar)).normalize();
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String anchor = parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8);
        return anchor.isEmpty()
                || page(file).getElementById(anchor) != null
                || !page(file).getElementsByAttributeValue("name", anchor).isEmpty();
    }

    private Document page(Path file) throws IOException {
        Document known = pages.get(file);
        if (known == null) {
            known = Jsoup.parse(file.toFile());
            pages.put(file, known);
        }
        return known;
    }
}
