package io.github.buddymaven.fakebuddy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What goes wrong with a request: a limit, a proxy's error page, a lost connection. Immutable; unless told otherwise
 * it hits the next request, once.
 */
public final class Fault {

    private static final Fault NONE = none();

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

    private static Fault of(Behaviour behaviour) {
        return new Fault(behaviour, request -> true, 1, headers -> {});
    }

    /** Lets nothing go wrong; to be given headers, an event, another answer. */
    public static Fault none() {
        return of((exchange, process, headers) -> exchange.send(process.run(), headers));
    }

    /** Sends this answer and does nothing else. */
    public static Fault answer(int status, String contentType, String body) {
        Answer answer = new Answer(status, contentType, body);
        return of((exchange, process, headers) -> exchange.send(answer, headers));
    }

    /** Carries the request out and answers this, as an impatient gateway does. */
    public static Fault processThenAnswer(int status, String contentType, String body) {
        return answer(status, contentType, body).carriedOutLater(Duration.ZERO);
    }

    public static Fault dropBeforeProcessing() {
        return of((exchange, process, headers) -> exchange.drop());
    }

    public static Fault dropAfterProcessing() {
        return dropBeforeProcessing().carriedOutLater(Duration.ZERO);
    }

    /** Carries the request out and sends half of the answer's body. */
    public static Fault truncate() {
        return of((exchange, process, headers) -> exchange.truncate(process.run(), headers));
    }

    /** Carries the request out and sends the head of its answer at once, then the body one byte at a time. */
    public static Fault drip(Duration interval) {
        return of((exchange, process, headers) -> exchange.drip(process.run(), headers, interval));
    }

    /** Sends one byte a second: faster than a socket's time-out, slower than anybody wants to wait. */
    public static Fault drip() {
        return drip(Duration.ofSeconds(1));
    }

    /** Does nothing until the fake is closed. */
    public static Fault neverAnswer() {
        return of((exchange, process, headers) -> exchange.keepSilent());
    }

    /** Sends white space, which a parser of JSON goes on reading, until the client has gone or the fake is closed. */
    public static Fault endlessBody() {
        Answer spaces = Answer.json(200, " ".repeat(8192));
        return of((exchange, process, headers) -> exchange.repeat(spaces, headers));
    }

    /** Carries the request out after the pause. */
    public static Fault delay(Duration pause) {
        return of((exchange, process, headers) -> {
            if (exchange.isOpenAfter(pause)) {
                exchange.send(process.run(), headers);
            } else {
                exchange.drop();
            }
        });
    }

    /**
     * Carries so many requests out and holds back their answers until all have come, so that what each of their
     * senders sees is from before what any of them does next.
     */
    public static Fault barrier(int requests) {
        CountDownLatch missing = new CountDownLatch(requests);
        return of((exchange, process, headers) -> {
                    Answer answer = process.run();
                    missing.countDown();
                    if (exchange.isOpenAfter(missing)) {
                        exchange.send(answer, headers);
                    } else {
                        exchange.drop();
                    }
                })
                .times(requests);
    }

    /**
     * Carries the request out so much later on the fake's clock, whatever becomes of its answer. What would have shown
     * the request's own answer shows an empty object.
     */
    public Fault carriedOutLater(Duration time) {
        Behaviour then = behaviour;
        return behaving((exchange, process, headers) -> {
            process.runLater(time);
            then.play(exchange, process.answering(Answer.json(200, "{}")), headers);
        });
    }

    public Fault on(String method) {
        return when(request -> request.method().equals(method));
    }

    /** Hits only requests in whose path, as sent, the regular expression is found, such as {@code /actions$}. */
    public Fault on(String method, String rawPath) {
        Pattern pattern = Pattern.compile(rawPath);
        return on(method).when(request -> pattern.matcher(request.rawPath()).find());
    }

    /** Hits only these requests. */
    public Fault when(Predicate<RecordedRequest> such) {
        return new Fault(behaviour, victims.and(such), times, headers);
    }

    /** Does this first, while the request is on its way. */
    public Fault meanwhile(Runnable event) {
        Behaviour then = behaviour;
        return behaving((exchange, process, headers) -> {
            event.run();
            then.play(exchange, process, headers);
        });
    }

    /** Alters the answer to the request that is carried out: its status, its type, its body. */
    public Fault altering(UnaryOperator<Answer> change) {
        Behaviour then = behaviour;
        return behaving((exchange, process, headers) -> then.play(exchange, process.altering(change), headers));
    }

    /** Compresses the answer, whether or not the request allows it. */
    public Fault gzipped() {
        Behaviour then = behaviour;
        return behaving((exchange, process, headers) -> {
            exchange.compress();
            then.play(exchange, process, headers);
        });
    }

    private Fault behaving(Behaviour other) {
        return new Fault(other, victims, times, headers);
    }

    public Fault times(int count) {
        return new Fault(behaviour, victims, count, headers);
    }

    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    /** Sets a header of the answer, also in place of the fake's own of that name. */
    public Fault header(String name, String value) {
        return new Fault(behaviour, victims, times, headers.andThen(all -> all.set(name, value)));
    }

    public Fault withoutHeader(String name) {
        return new Fault(behaviour, victims, times, headers.andThen(all -> all.remove(name)));
    }

    void happen(Exchange exchange, Processing process) throws IOException {
        behaviour.play(exchange, process, headers);
    }

    /** Says what is sent, and whether and when the request is carried out. */
    private interface Behaviour {
        void play(Exchange exchange, Processing process, Consumer<Headers> headers) throws IOException;
    }

    /** The faults still to come, counted down as requests meet them. */
    static final class Queue {

        private final List<Fault> faults = new ArrayList<>();

        synchronized void add(Fault fault) {
            faults.add(fault);
        }

        synchronized void clear() {
            faults.clear();
        }

        /** Returns the fault that hits this request, which may be none. */
        synchronized Fault next(RecordedRequest request) {
            for (int index = 0; index < faults.size(); index++) {
                Fault fault = faults.get(index);
                if (fault.victims.test(request)) {
                    faults.set(index, fault.times(fault.times - 1));
                    faults.removeIf(used -> used.times == 0);
                    return fault;
                }
            }
            return NONE;
        }
    }
}
