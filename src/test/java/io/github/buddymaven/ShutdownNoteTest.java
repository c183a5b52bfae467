package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.buddymaven.api.BuddyException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C leaves a note behind, in a Java of its own, also where Maven's terminal has taken Java's handler away. */
@Timeout(60)
class ShutdownNoteTest {
    private static final String NOTE = "[WARNING] It goes on.";
    private static final int EXIT_OF_CTRL_C = 130;

    private record Ended(int exit, String said) {}

    private static Ended java(String handler, String end, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShutdownNoteTest.class.getName()));
        command.addAll(List.of(handler, end));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java's own", "SIG_DFL"})
    void ctrlCLeavesTheNote(String handler) throws Exception {
        Ended ended = java(handler, "during");

        assertThat(ended.said()).contains(NOTE);
        assertThat(ended.exit()).isEqualTo(EXIT_OF_CTRL_C);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java's own", "SIG_DFL"})
    void afterTheCallCtrlCIsAsBefore(String handler) throws Exception {
        assertThat(java(handler, "after").said()).isEqualTo(handler);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java's own", "SIG_DFL"})
    void afterACallWithinACallCtrlCIsAsBefore(String handler) throws Exception {
        assertThat(java(handler, "nested").said()).isEqualTo(handler);
    }

    @Test
    void aJavaThatLeavesSignalsAloneIsLeftAlone() throws Exception {
        Ended ended = java("Java's own", "exit", "-Xrs");

        assertThat(ended.said()).contains(NOTE).doesNotContain("Exception");
    }

    /** Is interrupted by Ctrl-C during a call, or says what Ctrl-C would meet after it. */
    public static void main(String[] args) throws Exception {
        // by reflection, since the compiler warns of these
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        Object ctrlC = signal.getConstructor(String.class).newInstance("INT");
        Object killing = type.getField("SIG_DFL").get(null);
        Method handle = signal.getMethod("handle", signal, type);
        if (args[0].equals("SIG_DFL")) {
            handle.invoke(null, ctrlC, killing);
        }
        ShutdownNote.during(() -> end(args[1], ctrlC), "It goes on.").call();
        System.out.print(handle.invoke(null, ctrlC, killing) == killing ? "SIG_DFL" : "Java's own");
    }

    private static String end(String how, Object ctrlC) throws InterruptedException, BuddyException {
        switch (how) {
            case "exit" -> System.exit(1);
            case "during" -> {
                raise(ctrlC);
                new CountDownLatch(1).await(); // until Java is shut down
            }
            case "nested" -> ShutdownNote.during(() -> "", "It goes on.").call();
            default -> {}
        }
        return "";
    }

    private static void raise(Object ctrlC) {
        try {
            ctrlC.getClass().getMethod("raise", ctrlC.getClass()).invoke(null, ctrlC);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
