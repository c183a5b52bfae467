/**
 * Fakes Buddy's REST API in memory. There is no test instance of Buddy and a build must not need an account, so the
 * tests, the invoker's hook scripts and the demo talk to this instead.
 *
 * <p>It is written from Buddy's published documentation only and shares no code with the plugin, so that a mistake in
 * the plugin's idea of the API is not repeated here. It needs only the JDK and jackson-databind, because hook scripts
 * run in the class loader of the Maven that is being tested.
 */
@NullMarked
package io.github.buddymaven.fakebuddy;

import org.jspecify.annotations.NullMarked;
