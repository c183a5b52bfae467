/**
 * The goals: their parameters, and the way from a POM to Buddy and back.
 *
 * <p>Start with {@link io.github.buddymaven.CreatePushActionMojo}: its parameters are the interface, and its method {@code run}
 * is the whole way. This package and {@code settings} are the only ones that know Maven, and only the goals log. Imports run one
 * way: the goals use {@code report}, that uses {@code run} and {@code reconcile}, these use {@code api} and {@code action}, and these use
 * {@code validation}, {@code http} and {@code secret}; {@code settings} is beside {@code reconcile}.
 */
@NullMarked
package io.github.buddymaven;

import org.jspecify.annotations.NullMarked;
