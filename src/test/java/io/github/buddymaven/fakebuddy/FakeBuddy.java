package io.github.buddymaven.fakebuddy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A server on a free loopback port that answers as Buddy's documentation says, or as badly as a test asks it to. */
public final class FakeBuddy implements AutoCloseable {

    /** The token that is accepted unless {@link #token(String)} says otherwise; Buddy's own are UUIDs too. */
    public static final String TOKEN = "0b3c5d7e-1f2a-4b6c-8d9e-a1b2c3d4e5f6";

    static {
        // or each answer on a kept connection waits 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final World world = new World();
    private final Fault.Queue faults = new Fault.Queue();
    private final Routes routes;

    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();

    private final HttpServer server;
    private final String apiUrl;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(FakeBuddy::daemon);

    private FakeBuddy(HttpServer server, String scheme, String basePath) {
        this.server = server;
        this.apiUrl = scheme + "://127.0.0.1:" + server.getAddress().getPort() + basePath;
        this.routes = new Routes(basePath, world, new Views(world, apiUrl));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeBuddy start() throws IOException {
        return start("");
    }

    /** Starts a server whose paths all begin with this, such as the {@code /api} of an own server of Buddy. */
    public static FakeBuddy start(String basePath) throws IOException {
        return new FakeBuddy(HttpServer.create(freePort(), 0), "http", basePath);
    }

    public static FakeBuddy startTls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(freePort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeBuddy(server, "https", "");
    }

    public String apiUrl() {
        return apiUrl;
    }

    public FakeClock clock() {
        return world.clock;
    }

    /** Returns the pipeline with this id; it, its project and its workspace are created if they are missing. */
    public Pipeline pipeline(String workspace, String project, int pipelineId) {
        synchronized (world) {
            return world.pipeline(workspace, project, pipelineId);
        }
    }

    public FakeBuddy nextActionId(int id) {
        return set(() -> world.nextActionId = id);
    }

    public FakeBuddy token(String token) {
        return set(() -> world.token = token);
    }

    public FakeBuddy apiDisabled(String workspace) {
        return apiDisabled(workspace, 400);
    }

    /** Refuses all requests for this workspace, with Buddy's words and this status. */
    public FakeBuddy apiDisabled(String workspace, int status) {
        return set(() -> world.disabledWorkspaces.put(workspace, status));
    }

    /** Sets whether the token may read pipelines and their actions; it may always read workspaces and projects. */
    public FakeBuddy mayList(boolean allowed) {
        return set(() -> world.mayList = allowed);
    }

    public FakeBuddy mayWrite(boolean allowed) {
        return set(() -> world.mayWrite = allowed);
    }

    public FakeBuddy mayRun(boolean allowed) {
        return set(() -> world.mayRun = allowed);
    }

    /** Moves the clock on so much with each request for a run, for whole builds, in which nobody can move it. */
    public FakeBuddy autoAdvance(Duration time) {
        return set(() -> world.runStep = time);
    }

    /** Sets the order of lists of runs, which is not documented. */
    public FakeBuddy oldestRunFirst(boolean oldestFirst) {
        return set(() -> world.oldestRunFirst = oldestFirst);
    }

    /** Sets the form of logins, passwords, passphrases and values of encrypted variables, nested ones included. */
    public FakeBuddy credentials(Credentials form) {
        return logins(form).set(() -> world.secrets = form);
    }

    /** Sets the form of logins, if it is not that of the secrets. */
    public FakeBuddy logins(Credentials form) {
        return set(() -> world.logins = form);
    }

    /** Sets the pages of a pipeline's actions; the documentation knows none. */
    public FakeBuddy actionPages(Pages pages) {
        return set(() -> world.actionPages = pages);
    }

    /** Sets the pages of a project's pipelines, otherwise of 20. */
    public FakeBuddy pipelinePages(Pages pages) {
        return set(() -> world.pipelinePages = pages);
    }

    /** Sets the pages of a pipeline's runs, otherwise of 20 and with an envelope. */
    public FakeBuddy runPages(Pages pages) {
        return set(() -> world.runPages = pages);
    }

    /** Lets lists show only so much later that an action was created or deleted, or a run started. */
    public FakeBuddy listsLag(Duration time) {
        return set(() -> world.listLag = time);
    }

    /**
     * Stores another value than was sent, in this field of an action or a run. The function gets a missing node for a
     * new action without the field, and may return another value as a default.
     */
    public FakeBuddy stores(String field, UnaryOperator<JsonNode> value) {
        return set(() -> world.storage.put(field, value));
    }

    /** Sets whether a create's answer has {@code trigger_time} twice, as the sample in Buddy's documentation does. */
    public FakeBuddy doubledTriggerTime(boolean doubled) {
        return set(() -> world.doubledTriggerTime = doubled);
    }

    /** Sets whether an action shows where its pipeline is defined, which Buddy's samples leave out. */
    public FakeBuddy actionsShowDefinition(boolean shown) {
        return set(() -> world.actionsShowDefinition = shown);
    }

    private FakeBuddy set(Runnable change) {
        synchronized (world) {
            change.run();
        }
        return this;
    }

    /** Queues a fault; of those that match a request, the one injected first hits it. */
    public FakeBuddy inject(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Forgets all faults that have not happened yet. */
    public FakeBuddy heal() {
        faults.clear();
        return this;
    }

    /** Returns all requests in the order of arrival, those that met a fault included. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the requests that have been dealt with and their answers, in the order of the answers. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns the fields sent so far that Buddy's documentation does not list, in the order of arrival. */
    public List<String> unknownFields() {
        synchronized (world) {
            return List.copyOf(world.unknownFields);
        }
    }

    /** Counts the connections that have brought at least one request. */
    public int connections() {
        return clients.size();
    }

    /** Ends at once; requests that still wait for their answer lose their connection. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        clients.add(http.getRemoteAddress());
        RecordedRequest request = new RecordedRequest(http);
        requests.add(request);
        Exchange exchange = new Exchange(http, request, closed, exchanges::add);
        try {
            faults.next(request).happen(exchange, new Processing(() -> routes.answer(request), world.clock));
        } finally {
            http.close();
        }
    }

    private static InetSocketAddress freePort() throws UnknownHostException {
        // IPv4 on purpose: a name may mean ::1 to one end only
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-buddy");
        thread.setDaemon(true);
        return thread;
    }
}
