package io.github.buddymaven.fakebuddy;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** Carries a request out, as it would have been without the fault that it met: at once, or later. */
record Processing(Work work, FakeClock clock) {

    Answer run() {
        return work.answer();
    }

    void runLater(Duration time) {
        clock.after(time, work::answer);
    }

    /** Returns one that does nothing any more. */
    Processing answering(Answer answer) {
        return new Processing(() -> answer, clock);
    }

    Processing altering(UnaryOperator<Answer> change) {
        return new Processing(() -> change.apply(work.answer()), clock);
    }

    interface Work {
        Answer answer();
    }
}
