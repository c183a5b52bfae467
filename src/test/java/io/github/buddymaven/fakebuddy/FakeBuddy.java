package io.github.buddymaven.fakebuddy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server on a free loopback port that answers as Buddy's documentation says, or as badly as a test asks it to. */
public final class FakeBuddy implements AutoCloseable {

    /** The token that is accepted unless {@link #token(String)} says otherwise; Buddy's own are UUIDs too. */
    public static final String TOKEN = "0b3c5d7e-1f2a-4b6c-8d9e-a1b2c3d4e5f6";

    /** IPv4 on purpose: a name may mean ::1 to one end only. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    static {
        // or each answer on a kept connection waits 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final World world = new World();
    private final Access access = new Access();
    private final Faults faults = new Faults();
    private final Views views;
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
        this.views = new Views(apiUrl);
        this.routes = new Routes(basePath, world, access, views);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeBuddy start() throws IOException {
        return start("");
    }

    /** Starts with what an own server of Buddy has before every path, such as {@code /api}. */
    public static FakeBuddy start(String basePath) throws IOException {
        return new FakeBuddy(HttpServer.create(freePort(), 0), "http", basePath);
    }

    public static FakeBuddy startTls(SSLContext context) throws IOException {
        return startTls(context, "");
    }

    public static FakeBuddy startTls(SSLContext context, String basePath) throws IOException {
        HttpsServer server = HttpsServer.create(freePort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeBuddy(server, "https", basePath);
    }

    public String apiUrl() {
        return apiUrl;
    }

    /** The pipeline with this id; it, its project and its workspace come into being where they are missing. */
    public Pipeline pipeline(String workspace, String project, int pipelineId) {
        return world.pipeline(workspace, project, pipelineId);
    }

    public FakeBuddy nextActionId(int id) {
        world.nextActionId(id);
        return this;
    }

    public FakeBuddy token(String token) {
        access.token(token);
        return this;
    }

    public FakeBuddy apiDisabled(String workspace) {
        access.apiDisabled(workspace);
        return this;
    }

    /** Whether the token may read pipelines and their actions; workspaces and projects it may always read. */
    public FakeBuddy mayList(boolean allowed) {
        access.mayList(allowed);
        return this;
    }

    public FakeBuddy mayWrite(boolean allowed) {
        access.mayWrite(allowed);
        return this;
    }

    public FakeBuddy echoPasswords(EchoPasswords mode) {
        views.echoPasswords(mode);
        return this;
    }

    /** Whether a create's answer holds {@code trigger_time} twice, as the sample in Buddy's docs does. */
    public FakeBuddy doubledTriggerTime(boolean doubled) {
        views.doubledTriggerTime(doubled);
        return this;
    }

    /** Queues a fault; of those that match a request, the one injected first befalls it. */
    public FakeBuddy inject(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Forgets all faults that have not come true yet. */
    public FakeBuddy heal() {
        faults.clear();
        return this;
    }

    /** Every request so far in the order of arrival, those that met a fault included. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Every request that has been dealt with, with its answer, in the order of the answers. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Names of the fields sent so far that Buddy's docs do not know for this action, in the order of arrival. */
    public List<String> unknownFields() {
        return routes.unknownFields();
    }

    /** How many connections have brought at least one request. */
    public int connections() {
        return clients.size();
    }

    /** Ends at once: requests that still wait for their answer lose their connection. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        clients.add(http.getRemoteAddress());
        RecordedRequest request = RecordedRequest.read(http);
        requests.add(request);
        Optional<Fault> fault = faults.next(request);
        Wire wire = new Wire(http, closed, answer -> exchanges.add(new Exchange(request, answer)));
        if (fault.isPresent()) {
            fault.get().befall(wire, () -> routes.answer(request));
        } else {
            wire.send(routes.answer(request));
        }
    }

    private static InetSocketAddress freePort() throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "buddy-stand-in");
        thread.setDaemon(true);
        return thread;
    }
}
