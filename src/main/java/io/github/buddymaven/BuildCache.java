package io.github.buddymaven;

import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.ApacheTransport;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.Sleeper;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.reconcile.NameLookup;
import io.github.buddymaven.reconcile.PipelineState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build share: what they know of each pipeline, and connections. It belongs to the session of the build
 * and goes with it, also if one JVM runs many builds, as Maven's daemon and IDEs do; Java closes its connections then. (A thread
 * that closed them earlier would outlive the build.)
 */
final class BuildCache {
    /** Connections, and by which way they go. */
    private record Route(Timeouts timeouts, Optional<Proxy> proxy, Transport transport) {
        boolean is(Timeouts others, Optional<Proxy> other) {
            return timeouts.connect().equals(others.connect())
                    && timeouts.exchange().equals(others.exchange())
                    && proxy.equals(other);
        }
    }

    private final NameLookup names = new NameLookup();
    private final Map<String, PipelineState> pipelines = new ConcurrentHashMap<>();
    private final Map<String, ServiceHealth> health = new ConcurrentHashMap<>();

    /** A list, because a cold JVM takes 10 ms to make the {@code hashCode} of a record, and as long for its {@code equals}. */
    private final List<Route> routes = new ArrayList<>();

    private final SessionData data;
    private volatile Clock clock = Clock.systemUTC();
    private volatile Sleeper sleeper = duration -> Thread.sleep(duration.toMillis());

    private BuildCache(SessionData data) {
        this.data = data;
    }

    /** Returns the cache of the build that a session belongs to. */
    static BuildCache of(RepositorySystemSession session) {
        SessionData data = session.getData();
        if (data.get(BuildCache.class) == null) {
            data.set(BuildCache.class, null, new BuildCache(data)); // unless another module was quicker
        }
        return (BuildCache) data.get(BuildCache.class);
    }

    NameLookup names() {
        return names;
    }

    PipelineState state(Pipeline pipeline) {
        return pipelines.computeIfAbsent(pipeline.address(), address -> {
            Map.Entry<ReentrantLock, AtomicLong> shared = sharedByClassLoaders(address);
            return new PipelineState(shared.getKey(), shared.getValue());
        });
    }

    /**
     * A module that gives the plugin {@code <dependencies>} gets classes of its own, and a cache of its own. What both need for a
     * pipeline is in the session, under a key and of types that only Java defines.
     */
    @SuppressWarnings("unchecked")
    private Map.Entry<ReentrantLock, AtomicLong> sharedByClassLoaders(String address) {
        String key = "io.github.buddymaven:" + address;
        data.set(key, null, Map.entry(new ReentrantLock(true), new AtomicLong())); // unless it has one
        return (Map.Entry<ReentrantLock, AtomicLong>) data.get(key);
    }

    /** Returns whether the service at an address answers. */
    ServiceHealth health(String apiUrl) {
        return health.computeIfAbsent(apiUrl, unknown -> new ServiceHealth());
    }

    Clock clock() {
        return clock;
    }

    Sleeper sleeper() {
        return sleeper;
    }

    /** Replaces the time; only tests do that. */
    void setTime(Clock newClock, Sleeper newSleeper) {
        clock = newClock;
        sleeper = newSleeper;
    }

    /** Returns the connections with these timeouts through this proxy. */
    synchronized Transport transport(Timeouts timeouts, Optional<Proxy> proxy) {
        for (Route route : routes) {
            if (route.is(timeouts, proxy)) {
                return route.transport();
            }
        }
        Transport transport = new ApacheTransport(timeouts, proxy);
        routes.add(new Route(timeouts, proxy, transport));
        return transport;
    }
}
