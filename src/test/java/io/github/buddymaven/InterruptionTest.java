package io.github.buddymaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.fakebuddy.Fault;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A build that is interrupted while it waits says what may have changed by then. */
@Timeout(30)
class InterruptionTest extends AbstractMojoTest {
    private static final int LOOKS = 5;

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @Test
    void namesTheActionThatIsThereAlready() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));
        interruptAtPause(LOOKS + 2); // the second request is answered by then

        assertInterrupted(failure(), "may", "\n  - id 1");
    }

    @Test
    void saysThatALostUpdateMayHaveBeenCarriedOut() {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        buddy.inject(Fault.dropBeforeProcessing().on("PATCH"));
        interruptAtPause(1);

        assertInterrupted(failure("<timeout>60</timeout>"), "may have been created or changed");
    }

    @Test
    void saysThatAnEarlierRequestMayHaveBeenCarriedOut() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"))
                .inject(Fault.answer(503, "", "").on("POST"));
        interruptAtPause(LOOKS + 1);

        assertInterrupted(failure(), "may have been created or changed");
        Thread.interrupted();
        assertThat(failure()).as("another module").hasMessageContaining("may have been created or changed");
        assertThat(writes()).hasSize(2);
    }

    @Test
    void saysThatALostRequestMayHaveBeenCarriedOut() {
        buddy.inject(Fault.dropBeforeProcessing().on("POST"));
        interruptAtPause(2);

        assertInterrupted(failure(), "may have been created or changed");
        assertThat(writes()).hasSize(1);
    }

    @Test
    void saysThatTheActionMayBeThereStill() {
        pipeline.add("{\"name\":\"Push to registry\",\"type\":\"DOCKER_PUSH\"}");
        buddy.inject(Fault.dropBeforeProcessing().on("DELETE"));
        interruptAtPause(LOOKS + 1);

        assertInterrupted(failureOf(DELETE), "may have been deleted");
        assertThat(writes()).hasSize(1);
    }

    private void interruptAtPause(int number) {
        AtomicInteger pauses = new AtomicInteger();
        FakeTime.use(buddy, repositories, time -> {
            if (pauses.incrementAndGet() == number) {
                throw new InterruptedException();
            }
            buddy.clock().advance(time);
        });
    }

    private static void assertInterrupted(Throwable failure, String... parts) {
        assertThat(failure)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("Nothing was changed");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
