package io.github.buddymaven.fakebuddy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A mishap for a request, such as a limit reached, a proxy's error page or a lost connection. Immutable; unless told
 * otherwise it befalls the next request, once.
 */
public final class Fault {

    private static final int ALWAYS = Integer.MAX_VALUE;

    private final Behaviour behaviour;
    private final Predicate<RecordedRequest> victims;
    private final int times;
    private final Consumer<Headers> headers;

    private Fault(Behaviour behaviour, Predicate<RecordedRequest> victims, int times, Consumer<Headers> headers) {
        this.behaviour = behaviour;
        this.victims = victims;
        this.times = times;
        this.headers = headers;
    }

    /** This answer, and nothing else happens. */
    public static Fault answer(int status, String contentType, String body) {
        Answer answer = new Answer(status, contentType, Body.of(body));
        return of((wire, process) -> wire.send(answer));
    }

    /** The request is carried out, yet this is the answer: what a gateway does that has lost patience. */
    public static Fault processThenAnswer(int status, String contentType, String body) {
        Answer answer = new Answer(status, contentType, Body.of(body));
        return of((wire, process) -> {
            process.run();
            wire.send(answer);
        });
    }

    public static Fault dropBeforeProcessing() {
        return of((wire, process) -> wire.drop());
    }

    public static Fault dropAfterProcessing() {
        return of((wire, process) -> {
            process.run();
            wire.drop();
        });
    }

    /** The request is carried out and half of its answer's body arrives. */
    public static Fault truncate() {
        return of((wire, process) -> wire.truncate(process.run()));
    }

    /** The request is carried out and its answer's body arrives one byte at a time, headers at once. */
    public static Fault drip(Duration interval) {
        return of((wire, process) -> wire.drip(process.run(), interval));
    }

    /** One byte a second: faster than a socket's time-out, slower than anybody wants to wait. */
    public static Fault drip() {
        return drip(Duration.ofSeconds(1));
    }

    /** No answer and no end, until the stand-in is closed; nothing is carried out. */
    public static Fault neverAnswer() {
        return of((wire, process) -> wire.keepSilent());
    }

    /** White space, which a parser of JSON goes on reading, until the client has gone or the stand-in is closed. */
    public static Fault endlessBody() {
        Answer spaces = Answer.json(200, " ".repeat(8192));
        return of((wire, process) -> wire.flood(spaces));
    }

    public static Fault delay(Duration pause) {
        return of((wire, process) -> {
            if (wire.isOpenAfter(pause)) {
                wire.send(process.run());
            } else {
                wire.drop();
            }
        });
    }

    public Fault on(String method) {
        return when(request -> request.method().equals(method));
    }

    /** Spares requests unless the regular expression, such as {@code /actions$}, is found in their path as sent. */
    public Fault on(String method, String rawPath) {
        Pattern pattern = Pattern.compile(rawPath);
        return on(method).when(request -> pattern.matcher(request.rawPath()).find());
    }

    /** Spares requests that are not such ones. */
    public Fault when(Predicate<RecordedRequest> such) {
        return new Fault(behaviour, victims.and(such), times, headers);
    }

    public Fault times(int count) {
        return new Fault(behaviour, victims, count, headers);
    }

    public Fault always() {
        return times(ALWAYS);
    }

    /** Adds a header to the answer, in place of the stand-in's own of that name. */
    public Fault header(String name, String value) {
        return new Fault(behaviour, victims, times, headers.andThen(all -> all.set(name, value)));
    }

    public Fault withoutHeader(String name) {
        return new Fault(behaviour, victims, times, headers.andThen(all -> all.remove(name)));
    }

    boolean concerns(RecordedRequest request) {
        return victims.test(request);
    }

    int times() {
        return times;
    }

    void befall(Wire wire, Processing process) throws IOException {
        wire.alterHeaders(headers);
        behaviour.play(wire, process);
    }

    private static Fault of(Behaviour behaviour) {
        return new Fault(behaviour, request -> true, 1, headers -> {});
    }

    /** Carries the request out, as it would have been without the fault. */
    interface Processing {
        Answer run();
    }

    /** What happens on the wire, and whether and when the request is carried out. */
    private interface Behaviour {
        void play(Wire wire, Processing process) throws IOException;
    }
}
