/**
 * Brings an action in Buddy to the state that the POM wants: plans what has to be done, and applies it exactly once. However
 * often this runs, and whatever response gets lost, there is one action, never two.
 *
 * <p>Knows Buddy's API and nothing of Maven. Start with {@link io.github.buddymaven.reconcile.Reconciler}; lost responses are
 * dealt with in {@link io.github.buddymaven.reconcile.IdempotentCreate}.
 */
@NullMarked
package io.github.buddymaven.reconcile;

import org.jspecify.annotations.NullMarked;
