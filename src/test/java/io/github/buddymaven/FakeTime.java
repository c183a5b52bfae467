package io.github.buddymaven;

import io.github.buddymaven.fakebuddy.FakeBuddy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a fake Buddy as that of a goal: whoever sleeps moves it. */
final class FakeTime extends Clock {
    private final FakeBuddy buddy;

    private FakeTime(FakeBuddy buddy) {
        this.buddy = buddy;
    }

    static Timing of(FakeBuddy buddy) {
        return new Timing(new FakeTime(buddy), duration -> {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            buddy.clock().advance(duration);
        });
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
