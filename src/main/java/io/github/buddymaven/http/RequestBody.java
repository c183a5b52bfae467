package io.github.buddymaven.http;

/** The body of a request. */
public final class RequestBody {
    private final String mediaType;
    private final byte[] bytes;

    /**
     * Creates a body.
     *
     * @param mediaType such as {@code application/json}
     * @param bytes are not copied, and must not be changed afterwards
     */
    public RequestBody(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns type and size only, since the body may contain a password. */
    @Override
    public String toString() {
        return mediaType + ", " + bytes.length + " bytes";
    }
}
