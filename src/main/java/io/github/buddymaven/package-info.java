/**
 * The goals: what a POM may say, and what a person reads of it. Everything below knows nothing of mojos, and nothing but
 * the mojos logs.
 *
 * <p>Imports run one way: the goals use {@code settings} and {@code converge}, these use {@code api}, {@code action} and
 * {@code http}; {@code check} and {@code secret} serve them all.
 */
@NullMarked
package io.github.buddymaven;

import org.jspecify.annotations.NullMarked;
