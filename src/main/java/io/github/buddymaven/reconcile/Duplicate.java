package io.github.buddymaven.reconcile;

/**
 * An action that was created once too often, and was deleted again.
 *
 * @param deletedId the id of the action that was deleted
 * @param keptId the id of the action that stays
 * @param cause why there were two
 */
public record Duplicate(long deletedId, long keptId, Cause cause) {
    /** Why there were two actions. */
    public enum Cause {
        /** A response got lost, and the request was carried out after all. */
        LOST_RESPONSE,
        /** Another build created the same action at the same time. */
        OTHER_BUILD
    }
}
