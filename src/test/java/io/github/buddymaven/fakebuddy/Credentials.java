package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** The form in which answers show a login or a secret. */
public enum Credentials {
    /** As Buddy does it today, and the fake unless told otherwise: salted, so another text with each answer. */
    ENCRYPTED,
    /** The same as Buddy wrote it in 2020. */
    SECURE,
    LEFT_OUT,
    NULL,
    MASKED,
    IN_CLEAR;

    /** Gives the field this form, if it is a text that is not empty. */
    void show(ObjectNode object, String field) {
        if (!object.path(field).isTextual() || object.path(field).textValue().isEmpty()) {
            return;
        }
        switch (this) {
            case ENCRYPTED -> object.put(field, "!encrypted " + ciphertext());
            case SECURE -> object.put(field, "secure!" + ciphertext());
            case LEFT_OUT -> object.remove(field);
            case NULL -> object.putNull(field);
            case MASKED -> object.put(field, "****");
            case IN_CLEAR -> {}
        }
    }

    private static String ciphertext() {
        byte[] bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
