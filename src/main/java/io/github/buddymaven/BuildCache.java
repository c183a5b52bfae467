package io.github.buddymaven;

import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.http.ApacheTransport;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.Transport;
import io.github.buddymaven.reconcile.NameLookup;
import io.github.buddymaven.reconcile.PipelineState;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of one build share: what they know of each pipeline, and connections. It belongs to the session of the build
 * and goes with it, also if one JVM runs many builds, as Maven's daemon and IDEs do; its connections are closed then. (A thread
 * that closed them earlier would outlive the class loader of the plugin.)
 */
final class BuildCache {
    private static final Cleaner CLEANER = Cleaner.create();

    private record Route(Timeouts timeouts, Optional<Proxy> proxy) {}

    private final NameLookup names = new NameLookup();
    private final Map<String, PipelineState> pipelines = new ConcurrentHashMap<>();
    private final Map<Route, Transport> transports = new ConcurrentHashMap<>();
    private final Queue<Transport> opened = new ConcurrentLinkedQueue<>();

    private BuildCache() {
        Queue<Transport> all = opened; // the cleaner must not refer to this object
        CLEANER.register(this, () -> all.forEach(Transport::close));
    }

    /** Returns the cache of the build that a session belongs to. */
    static BuildCache of(@Nullable RepositorySystemSession session) {
        if (session == null) {
            return new BuildCache();
        }
        SessionData data = session.getData();
        while (true) {
            if (data.get(BuildCache.class) instanceof BuildCache cache) {
                return cache;
            }
            BuildCache fresh = new BuildCache();
            if (data.set(BuildCache.class, null, fresh)) {
                return fresh;
            }
        }
    }

    NameLookup names() {
        return names;
    }

    PipelineState state(Pipeline pipeline) {
        return pipelines.computeIfAbsent(pipeline.address(), unknown -> new PipelineState());
    }

    /** Returns the connections with these timeouts through this proxy. */
    Transport transport(Timeouts timeouts, Optional<Proxy> proxy) {
        return transports.computeIfAbsent(new Route(timeouts, proxy), route -> {
            Transport transport = new ApacheTransport(route.timeouts(), route.proxy());
            opened.add(transport);
            return transport;
        });
    }
}
