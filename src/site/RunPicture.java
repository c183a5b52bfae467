import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the run of the demo as a terminal: {@code java src/site/RunPicture.java target/it/demo/story.txt
 * src/site/resources/images/run.svg}. It shows the steps that create and update the action.
 */
class RunPicture {
    private static final int LINE = 22;
    private static final double CHARACTER = 8.43; // of a font of 14 px
    private static final int MARGIN = 24;

    public static void main(String[] files) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String step : Files.readString(Path.of(files[0])).split("\n={10,}\n")) {
            List<String> shown = step.lines().filter(RunPicture::isShown).toList();
            if (shown.stream().anyMatch(line -> line.matches(".*: (created|unchanged|updated)"))) {
                lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                lines.addAll(shown);
            }
        }
        Files.writeString(Path.of(files[1]), svg(lines));
    }

    private static boolean isShown(String line) {
        return line.startsWith("$ ") || (line.startsWith("[") && !line.contains("---"));
    }

    private static String svg(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        int width = (int) (longest * CHARACTER) + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>Three runs of buddy:create-push-action</title>
                <style>
                  rect { fill: #f6f8fa; stroke: #d0d7de }
                  text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; white-space: pre }
                  .command { font-weight: bold }
                  .level { fill: #0969da }
                  .outcome { fill: #1a7f37; font-weight: bold }
                  @media (prefers-color-scheme: dark) {
                    rect { fill: #161b22; stroke: #30363d }
                    text { fill: #e6edf3 }
                    .level { fill: #58a6ff }
                    .outcome { fill: #3fb950 }
                  }
                </style>
                <rect x="0.5" y="0.5" width="%3$d" height="%4$d" rx="8"/>
                """.formatted(width, height, width - 1, height - 1));
        for (int line = 0; line < lines.size(); line++) {
            int y = MARGIN + line * LINE + 14;
            svg.append("<text x=\"%d\" y=\"%d\"%s</text>\n".formatted(MARGIN, y, text(lines.get(line))));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String text(String line) {
        String escaped = line.replace("&", "&amp;").replace("<", "&lt;");
        return line.startsWith("$ ")
                ? " class=\"command\">" + escaped
                : ">" + escaped.replaceFirst("^\\[INFO]", "[<tspan class=\"level\">INFO</tspan>]")
                        .replaceFirst("(: )(\\w+)$", "$1<tspan class=\"outcome\">$2</tspan>");
    }
}
