package io.github.buddymaven;

import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.converge.PipelineMemory;
import io.github.buddymaven.converge.PipelineNames;
import io.github.buddymaven.http.ApacheTransport;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.Timeouts;
import io.github.buddymaven.http.Transport;
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
 * What the modules of one build share: what they know of each pipeline, and connections. It hangs on the build's own
 * session and goes with it, also where one JVM runs many builds, as Maven's daemon and IDEs do; its connections are closed
 * then. (A thread that closed them earlier would outlive the class loader of the plugin.)
 */
final class BuildMemory {
    private static final Cleaner CLEANER = Cleaner.create();

    private record Route(Timeouts limits, Optional<Proxy> proxy, Transport transport) {
        boolean isFor(Timeouts wantedLimits, Optional<Proxy> wantedProxy) {
            return limits.equals(wantedLimits) && proxy.equals(wantedProxy);
        }
    }

    private final PipelineNames pipelineNames = new PipelineNames();
    private final Map<String, PipelineMemory> pipelines = new ConcurrentHashMap<>();
    private final Queue<Route> routes = new ConcurrentLinkedQueue<>();

    private BuildMemory() {
        Queue<Route> open = routes;
        CLEANER.register(this, () -> open.forEach(route -> route.transport().close()));
    }

    /** The memory of the build that this session belongs to. */
    static BuildMemory of(@Nullable RepositorySystemSession session) {
        if (session == null) {
            return new BuildMemory();
        }
        SessionData data = session.getData();
        while (true) {
            if (data.get(BuildMemory.class) instanceof BuildMemory memory) {
                return memory;
            }
            BuildMemory fresh = new BuildMemory();
            if (data.set(BuildMemory.class, null, fresh)) {
                return fresh;
            }
        }
    }

    PipelineNames pipelineNames() {
        return pipelineNames;
    }

    PipelineMemory pipeline(Pipeline pipeline) {
        return pipelines.computeIfAbsent(pipeline.address(), unknown -> new PipelineMemory());
    }

    /** Connections for these limits through this proxy. */
    synchronized Transport transport(Timeouts limits, Optional<Proxy> proxy) {
        for (Route route : routes) {
            if (route.isFor(limits, proxy)) {
                return route.transport();
            }
        }
        Transport transport = new ApacheTransport(limits, proxy);
        routes.add(new Route(limits, proxy, transport));
        return transport;
    }
}
