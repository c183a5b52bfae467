/**
 * Brings a pipeline to what the POM wants and no further: looks, compares, changes what differs. However often it runs,
 * and whatever answer is lost, there is one action where one was wanted.
 */
@NullMarked
package io.github.buddymaven.converge;

import org.jspecify.annotations.NullMarked;
