package io.github.buddymaven.fakebuddy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A slice of a list; Buddy's docs have {@code page} from 1 and {@code per_page} with a default of 20. */
record Page(int number, int size) {

    static Page of(String rawQuery) {
        return new Page(parameter(rawQuery, "page", 1), parameter(rawQuery, "per_page", 20));
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip((number - 1L) * size).limit(size).toList();
    }

    private static int parameter(String rawQuery, String name, int byDefault) {
        Matcher parameter = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(rawQuery);
        if (!parameter.find()) {
            return byDefault;
        }
        if (!parameter.group(1).matches("[1-9][0-9]{0,5}")) {
            throw new Refusal(400, "Parameter " + name + " must be a positive integer.");
        }
        return Integer.parseInt(parameter.group(1));
    }
}
