package io.github.buddymaven.api;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The one mapper: setting it up is the dearest part of a small exchange. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
