package io.github.buddymaven;

import io.github.buddymaven.action.ActionSecrets;
import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.action.PushActionDraft;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Flag;
import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.converge.IfExists;
import io.github.buddymaven.converge.Plan;
import io.github.buddymaven.converge.Result;
import io.github.buddymaven.converge.UnknownBuildAction;
import io.github.buddymaven.settings.CredentialsProblem;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that makes an action of a pipeline what the POM says: in which way it does so. */
abstract class ConvergeMojo extends BuddyMojo {
    /**
     * Changes nothing, and shows what would be done: the action's real state, where a token and a network are at hand, and
     * the request, secrets as {@code ****}.
     */
    @Parameter(property = "buddy.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * What to do where the pipeline has an action of this name: {@code update} it with what differs, keeping its id;
     * {@code skip} it; {@code fail}; or {@code create} another without looking.
     */
    @Parameter(property = "buddy.ifExists", defaultValue = "update")
    private String ifExists;

    /** With {@code dryRun}: fails the build where something would change, or where nobody could look. */
    @Parameter(property = "buddy.failOnChange", defaultValue = "false")
    private String failOnChange;

    /**
     * Turns the rules about values that Buddy may have relaxed meanwhile into warnings, and sends the values as they are
     * written.
     */
    @Parameter(property = "buddy.lenient", defaultValue = "false")
    private String lenient;

    ConvergeMojo(Build build) {
        super(build);
    }

    /** What the POM says of the action. */
    abstract PushActionDraft draft(WrittenConfiguration written);

    @Override
    final void run(WrittenConfiguration written)
            throws InvalidConfiguration, CredentialsProblem, MojoExecutionException, MojoFailureException {
        Order order = order(written);
        OutputFile.clear(order.outputFile());
        if (order.dryRun()) {
            show(order);
        } else {
            deliver(order);
        }
    }

    private Order order(WrittenConfiguration written) throws InvalidConfiguration {
        Problems problems = new Problems(Flag.isTrue(Element.of("lenient", written.text("lenient", lenient))));
        flag("lenient", lenient, written, problems);
        boolean dry = flag("dryRun", dryRun, written, problems);
        boolean noChange = flag("failOnChange", failOnChange, written, problems);
        Optional<Where> where = where(written, problems);
        Optional<IfExists> choice =
                IfExists.check(Element.of("ifExists", written.text("ifExists", ifExists)), problems);
        PushActionDraft draft = draft(written);
        Optional<PushAction> action = draft.check(problems);
        Optional<OutputFile> file = outputFile(problems);
        refuse(problems);
        return new Order(
                where.orElseThrow(),
                action.orElseThrow(),
                choice.orElseThrow(),
                draft.registryServerId().value(),
                file,
                dry,
                noChange);
    }

    private void show(Order order) throws MojoExecutionException, MojoFailureException {
        Optional<Delivery> delivery = Optional.empty();
        Optional<Plan> plan = Optional.empty();
        Optional<UnknownBuildAction> unknown = Optional.empty();
        try {
            if (build.isOffline()) {
                throw Failures.offline(order.where().pipeline(), "");
            }
            delivery = Optional.of(delivery(order));
            plan = Optional.of(delivery.get().plan());
            unknown = delivery.get().unknownBuildAction();
        } catch (CredentialsProblem | MojoExecutionException | MojoFailureException e) {
            getLog().warn(Report.couldNotLook(e));
        }
        Report report = delivery.map(looked -> new Report(order, looked.pipeline()))
                .orElseGet(() -> new Report(order, order.where().pipeline()));
        report.planned(plan, delivery.map(Delivery::action).orElseGet(order::withoutSecrets))
                .forEach(getLog()::info);
        if (plan.isPresent()) {
            report.warnings(plan.get(), unknown).forEach(getLog()::warn);
            Plan found = plan.get();
            OutputFile.write(order.outputFile(), () -> report.json(found));
        }
        if (order.failOnChange() && !plan.map(Report::isUnchanged).orElse(false)) {
            throw Failures.drift(order, plan.isPresent());
        }
    }

    private Delivery delivery(Order order) throws CredentialsProblem, MojoExecutionException, MojoFailureException {
        ActionSecrets secrets = build.wallet().secrets(order);
        Undertaking undertaking =
                Undertaking.converging(order.action().name(), order.where().pipeline(), order.ifExists());
        Access access = access(order.where(), undertaking, secrets.all());
        return new Delivery(access, order.action().with(secrets), order.ifExists(), build.module());
    }

    private void deliver(Order order) throws CredentialsProblem, MojoExecutionException, MojoFailureException {
        if (build.isOffline()) {
            throw Failures.offline(order.where().pipeline(), " or -Dbuddy.dryRun");
        }
        Delivery delivery = delivery(order);
        Result result = delivery.deliver();
        Report report = new Report(order, delivery.pipeline());
        report.done(result).forEach(getLog()::info);
        report.warnings(result, delivery.unknownBuildAction()).forEach(getLog()::warn);
        report.publish(result, build.project().getProperties());
        OutputFile.write(order.outputFile(), () -> report.json(result));
    }
}
