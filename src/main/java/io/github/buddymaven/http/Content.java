package io.github.buddymaven.http;

/** The bytes of a request's body with their type. */
public final class Content {
    private final String type;
    private final byte[] bytes;

    public Content(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes.clone();
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The size alone: the bytes may hold a password. */
    @Override
    public String toString() {
        return type + ", " + bytes.length + " bytes";
    }
}
