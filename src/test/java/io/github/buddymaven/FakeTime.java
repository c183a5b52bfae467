package io.github.buddymaven;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import io.github.buddymaven.http.Sleeper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.aether.RepositorySystemSession;

/** Lets goals wait by the clock of a fake Buddy, so that no test has to sleep and both agree on the time. */
final class FakeTime extends Clock {
    private final FakeBuddy buddy;

    private FakeTime(FakeBuddy buddy) {
        this.buddy = buddy;
    }

    /** Sets the time of a build; a further build of the same session needs it again. */
    static void use(FakeBuddy buddy, RepositorySystemSession session) {
        use(buddy, session, buddy.clock()::advance);
    }

    /** Sets the time of a build that waits in another way. */
    static void use(FakeBuddy buddy, RepositorySystemSession session, Sleeper sleeper) {
        BuildCache.of(session).setTime(new FakeTime(buddy), sleeper);
    }

    @Override
    public Instant instant() {
        return buddy.clock().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
