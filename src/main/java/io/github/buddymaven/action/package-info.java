/**
 * The push action: its fields, the rules for them, and what differs between the POM and Buddy.
 *
 * <p>An action is a JSON object. The POM spells it in XML with camel case, Buddy in JSON with underscores; both are trees of
 * Jackson here, and {@link io.github.buddymaven.action.Field} ties the names together. Knows nothing of Maven and HTTP.
 *
 * <p>Start with {@link io.github.buddymaven.action.Field}: a new field is one row there. {@link
 * io.github.buddymaven.action.PushActionValidator} turns a {@link io.github.buddymaven.action.PushActionConfig} into a
 * {@link io.github.buddymaven.action.PushAction}, and {@link io.github.buddymaven.action.ActionDiff} compares that with
 * what Buddy has.
 */
@NullMarked
package io.github.buddymaven.action;

import org.jspecify.annotations.NullMarked;
