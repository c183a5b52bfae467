package io.github.buddymaven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.util.Optional;

/** Says something if Java is shut down during a call, as Ctrl-C and the abort of a CI do it. */
final class ShutdownNote {
    private static final String HANDLER = "sun.misc.SignalHandler";
    private static final int EXIT_OF_CTRL_C = 130;

    private ShutdownNote() {}

    /** Returns the same call, which leaves a note behind if it is cut off. */
    static <T> BuddyConnection.Call<T> during(BuddyConnection.Call<T> call, String note) {
        return () -> {
            // Maven 4 has closed its log by then, and the class loader of this plugin
            PrintStream terminal =
                    new PrintStream(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
            Thread hook = new Thread(() -> terminal.println("[WARNING] " + note), "buddy-run");
            Runtime.getRuntime().addShutdownHook(hook);
            Optional<Object> replaced = shutDownAtCtrlC();
            try {
                return call.call();
            } finally {
                replaced.ifPresent(ShutdownNote::handleCtrlC);
                remove(hook);
            }
        };
    }

    /**
     * In a terminal, Maven 3.10 and 4 let Ctrl-C kill Java without its shutdown hooks: their JLine takes Java's own handler away.
     * Returns what was replaced; nothing if the hooks run anyway.
     */
    private static Optional<Object> shutDownAtCtrlC() {
        try {
            Class<?> type = Class.forName(HANDLER);
            Object killing = type.getField("SIG_DFL").get(null);
            Object exiting = Proxy.newProxyInstance(
                    ShutdownNote.class.getClassLoader(), new Class<?>[] {type}, (handler, method, arguments) -> {
                        if (!method.getName().equals("handle")) {
                            return method.invoke(type, arguments); // Java or a log may compare or print it
                        }
                        System.exit(EXIT_OF_CTRL_C);
                        return null;
                    });
            Optional<Object> replaced = handleCtrlC(exiting);
            if (replaced.isPresent() && replaced.get() != killing) {
                handleCtrlC(replaced.get());
                return Optional.empty();
            }
            return replaced;
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** Sets a handler and returns the one before; by reflection, since the compiler warns of this class of Java's. */
    private static Optional<Object> handleCtrlC(Object handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Object ctrlC = signal.getConstructor(String.class).newInstance("INT");
            return Optional.ofNullable(
                    signal.getMethod("handle", signal, Class.forName(HANDLER)).invoke(null, ctrlC, handler));
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // java -Xrs leaves signals alone
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Java is being shut down
        }
    }
}
