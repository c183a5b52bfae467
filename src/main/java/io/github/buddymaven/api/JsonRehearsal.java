package io.github.buddymaven.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** A small list read and written: the first use of Jackson is mostly the loading of its classes. */
public final class JsonRehearsal {
    private static final byte[] LIST =
            "{\"actions\":[{\"id\":1,\"name\":\"Push\",\"disabled\":false}]}".getBytes(UTF_8);

    private JsonRehearsal() {}

    /** Reads and writes it. */
    public static void perform() throws IOException {
        Json.elements(LIST, "actions", action -> Json.bytes(action).length > 0);
    }
}
