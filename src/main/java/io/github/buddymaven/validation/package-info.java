/**
 * Finds everything that is wrong with a configuration before anything is sent, and says for each problem what to change.
 *
 * <p>Knows nothing of Maven, JSON or HTTP. Start with {@link io.github.buddymaven.validation.Problems}, which gathers what
 * the validators report, and {@link io.github.buddymaven.validation.ParameterChecks}, the rules that many parameters share.
 */
@NullMarked
package io.github.buddymaven.validation;

import org.jspecify.annotations.NullMarked;
