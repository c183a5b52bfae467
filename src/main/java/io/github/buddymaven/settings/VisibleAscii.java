package io.github.buddymaven.settings;

import java.util.regex.Pattern;

/** What a header and the name of a host consist of; anything else would end a header, or arrive as something else. */
final class VisibleAscii {
    private static final Pattern VISIBLE = Pattern.compile("[!-~]*");

    private VisibleAscii() {}

    /** Whether a text has nothing else. */
    static boolean isAllOf(String text) {
        return VISIBLE.matcher(text).matches();
    }
}
