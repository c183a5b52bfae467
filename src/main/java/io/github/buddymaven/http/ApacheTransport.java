package io.github.buddymaven.http;

import io.github.buddymaven.http.Progress.Stage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Sends with HttpClient 5, each request on a thread of its own, while the caller's thread watches the time. HttpClient's
 * timeouts start anew with each byte that arrives, and looking up a host name has none at all. So a slow server or DNS
 * could hold up a build for ever.
 */
public final class ApacheTransport implements Transport {
    private static final Duration TIME_CHECK_INTERVAL = Duration.ofMillis(100);

    /** An idle thread ends soon, because Maven does not tell when a build is over; in a daemon, the thread would outlive the build. */
    private static final int IDLE_SECONDS = 1;

    private final Timeouts timeouts;
    private final Optional<Proxy> proxy;
    private final CloseableHttpClient client;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            ApacheTransport::daemonThread);

    /**
     * Creates a client; it connects when the first request is sent.
     *
     * @param proxy receives all requests, if present
     */
    public ApacheTransport(Timeouts timeouts, Optional<Proxy> proxy) {
        this.timeouts = timeouts;
        this.proxy = proxy;
        this.client = ApacheClientFactory.create(timeouts, proxy);
    }

    @Override
    public Response send(Request request) throws TransportException {
        Exchange exchange = new Exchange(request);
        Future<Response> response = threads.submit(exchange);
        try {
            return await(response, exchange.progress);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TransportException failure
                    ? failure
                    : exchange.failure(e.getCause() == null ? e : e.getCause());
        } catch (SocketTimeoutException e) {
            exchange.cancel();
            throw exchange.failure(e);
        } catch (InterruptedException e) {
            exchange.cancel();
            TransportException interrupted = TransportException.interrupted(request, e);
            throw exchange.progress.stage() == Stage.SENT ? interrupted.afterEarlierAttempt() : interrupted;
        }
    }

    private Response await(Future<Response> response, Progress progress)
            throws ExecutionException, InterruptedException, SocketTimeoutException {
        while (true) {
            if (progress.hasTaken(timeouts.exchange())) {
                throw new SocketTimeoutException(
                        "no complete response within " + timeouts.exchange().toSeconds() + " s");
            }
            if (progress.hasBeenConnectingFor(timeouts.connect())) {
                throw new SocketTimeoutException(
                        "no connection within " + timeouts.connect().toSeconds() + " s");
            }
            try {
                return response.get(TIME_CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // time to check the limits again
            }
        }
    }

    private static Thread daemonThread(Runnable work) {
        Thread thread = new Thread(work, "buddy-http");
        thread.setDaemon(true);
        return thread;
    }

    /** One request on its way, and its response. */
    private final class Exchange implements Callable<Response> {
        private final Request request;
        private final HttpUriRequestBase message;
        private final Progress progress = new Progress();

        Exchange(Request request) {
            this.request = request;
            this.message = new HttpUriRequestBase(request.method(), request.uri());
            message.setHeader("Accept-Encoding", "identity");
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            message.setHeader("Authorization", "Bearer " + request.bearerToken().reveal());
            if (request.body().isPresent()) {
                message.setHeader("Content-Type", "application/json");
                message.setEntity(new ByteArrayEntity(request.body().get(), null));
            }
        }

        @Override
        public Response call() throws IOException, TransportException {
            HttpClientContext context = HttpClientContext.create();
            progress.observe(context);
            try (ClassicHttpResponse response = client.executeOpen(null, message, context)) {
                if (proxy.isPresent() && (progress.stage() != Stage.SENT || response.getCode() == 407)) {
                    throw ProxyRefusal.of(response, request, proxy.get().login().isPresent());
                }
                return read(response);
            }
        }

        private Response read(ClassicHttpResponse response) throws IOException {
            try {
                return ResponseReader.read(response);
            } catch (IOException e) {
                cancel(); // closing would first read the rest, which may have no end
                throw e;
            }
        }

        void cancel() {
            message.cancel();
        }

        TransportException failure(Throwable cause) {
            return TransportException.of(cause, request, progress.stage(), proxy.isPresent());
        }
    }
}
