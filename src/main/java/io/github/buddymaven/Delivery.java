package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.converge.Convergence;
import io.github.buddymaven.converge.IfExists;
import io.github.buddymaven.converge.Plan;
import io.github.buddymaven.converge.Result;
import io.github.buddymaven.converge.UnknownBuildAction;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Carries one action, secrets and all, into its pipeline. */
final class Delivery {
    private final Access access;
    private final PushAction action;
    private final IfExists ifExists;
    private final String module;
    private final Pipeline pipeline;
    private final Convergence convergence;

    /**
     * Finds the pipeline.
     *
     * @param module who wants it, for a person who reads of a conflict
     */
    Delivery(Access access, PushAction action, IfExists ifExists, String module)
            throws MojoExecutionException, MojoFailureException {
        this.access = access;
        this.action = action;
        this.ifExists = ifExists;
        this.module = module;
        this.pipeline = access.pipeline();
        this.convergence = new Convergence(access.api(), pipeline, access.memory(pipeline), Access.SLEEPER);
    }

    /** The action with its secrets. */
    PushAction action() {
        return action;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /** What would have to be done. */
    Plan plan() throws MojoExecutionException, MojoFailureException {
        return access.attempt(() -> convergence.plan(action, ifExists, module));
    }

    /** Does it. */
    Result deliver() throws MojoExecutionException, MojoFailureException {
        return access.attempt(() -> convergence.converge(action, ifExists, module));
    }

    /** The build action that the POM names, where the pipeline has none such. */
    Optional<UnknownBuildAction> unknownBuildAction() throws MojoExecutionException, MojoFailureException {
        return access.attempt(() -> convergence.unknownBuildAction(action));
    }
}
