/**
 * A stand-in for Buddy's REST API that lives in memory. There is no test instance of Buddy and a build may not need an
 * account, so the tests, the invoker's hook scripts and the demo talk to this instead.
 *
 * <p>It is written from Buddy's published documentation only and shares no code with the plugin: a mistake in the
 * plugin's idea of the API must not repeat itself here. It needs the JDK and jackson-databind and nothing else, because
 * hook scripts run in the class loader of whichever Maven is being tested.
 */
@NullMarked
package io.github.buddymaven.fakebuddy;

import org.jspecify.annotations.NullMarked;
