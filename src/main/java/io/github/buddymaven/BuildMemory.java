package io.github.buddymaven;

import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.converge.PipelineMemory;
import io.github.buddymaven.converge.PipelineNames;
import io.github.buddymaven.http.Connector;
import io.github.buddymaven.http.HttpClientConnector;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.TimeLimits;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private record Route(TimeLimits limits, Optional<Proxy> proxy) {}

    private final PipelineNames pipelineNames = new PipelineNames();
    private final Map<Pipeline, PipelineMemory> pipelines = new ConcurrentHashMap<>();
    private final Map<Route, Connector> connectors = new ConcurrentHashMap<>();

    private BuildMemory() {
        Map<Route, Connector> open = connectors;
        CLEANER.register(this, () -> open.values().forEach(Connector::close));
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
        return pipelines.computeIfAbsent(pipeline, unknown -> new PipelineMemory());
    }

    /** Connections for these limits through this proxy. */
    Connector connector(TimeLimits limits, Optional<Proxy> proxy) {
        return connectors.computeIfAbsent(
                new Route(limits, proxy), route -> new HttpClientConnector(route.limits(), route.proxy()));
    }
}
