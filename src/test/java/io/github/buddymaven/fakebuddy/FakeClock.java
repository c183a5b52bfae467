package io.github.buddymaven.fakebuddy;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** The time at the fake, and what it is to do later. It stands still unless a test moves it, so no test has to sleep. */
public final class FakeClock {

    private final Object world;
    private final PriorityQueue<Work> works =
            new PriorityQueue<>(comparing(Work::due).thenComparing(Work::number));

    private Instant moved = Instant.parse("2026-09-01T08:00:00Z");
    private boolean ticks;
    private boolean working;
    private long movedAt;
    private int count;

    /** @param world is locked whenever the time is read or moved */
    FakeClock(Object world) {
        this.world = world;
    }

    public Instant instant() {
        synchronized (world) {
            return ticks ? moved.plusNanos(System.nanoTime() - movedAt) : moved;
        }
    }

    /** Moves the time on and does what is due by then, each thing at its own time. */
    public void advance(Duration time) {
        synchronized (world) {
            moveTo(instant().plus(time));
        }
    }

    /** Lets the time go on by itself also, for whole builds, in which nobody can move it. */
    public void tick() {
        synchronized (world) {
            movedAt = System.nanoTime();
            ticks = true;
        }
    }

    void catchUp() {
        advance(Duration.ZERO);
    }

    /** Does this so much later, or at once if that is no time at all. */
    void after(Duration delay, Runnable task) {
        synchronized (world) {
            works.add(new Work(instant().plus(delay), count++, task));
            catchUp();
        }
    }

    private void moveTo(Instant time) {
        if (working) {
            // a work looks at the time itself; the next one has to wait for its end
            return;
        }
        movedAt = System.nanoTime();
        working = true;
        try {
            while (!works.isEmpty() && !works.element().due().isAfter(time)) {
                Work next = works.remove();
                moved = next.due();
                next.task().run();
            }
        } finally {
            working = false;
            moved = time;
        }
    }

    /** @param number keeps works that are due at the same time in their order */
    private record Work(Instant due, int number, Runnable task) {}
}
