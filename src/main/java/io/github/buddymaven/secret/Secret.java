package io.github.buddymaven.secret;

/** A token or a password: it prints as {@value #MASK}, so that no log line or exception can give it away by accident. */
public final class Secret {
    /** What stands wherever a secret would. */
    public static final String MASK = "****";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value in clear, for the request that needs it and for nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
