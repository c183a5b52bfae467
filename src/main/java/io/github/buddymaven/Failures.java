package io.github.buddymaven;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.Missing;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.Refusal;
import io.github.buddymaven.api.Region;
import io.github.buddymaven.api.UnusableAnswer;
import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.converge.Conflict;
import io.github.buddymaven.converge.ListRefused;
import io.github.buddymaven.converge.NoSingleMatch;
import io.github.buddymaven.http.Proxy;
import io.github.buddymaven.http.TransportException;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.settings.CredentialsProblem;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Turns what went wrong into what Maven and a person understand: a {@link MojoFailureException} where the user has to
 * change something, a {@link MojoExecutionException} where the network or the other side failed. Each text says what was
 * tried, what came of it and what to do; all texts about exchanges stand here.
 */
final class Failures {
    private static final String REGIONS = "https://api.buddy.works (US), https://api.eu.buddy.works (EU),"
            + " https://api.asia.buddy.works (Asia), or https://HOST/api for a server of your own";

    private final String attempt;
    private final Undertaking undertaking;
    private final PipelineRef pipeline;
    private final String tokenOrigin;
    private final NetworkText network;
    private final Redactor redactor;

    /** @param tokenOrigin where the token came from */
    Failures(Where where, Undertaking undertaking, String tokenOrigin, Optional<Proxy> proxy, Redactor redactor) {
        this.pipeline = where.pipeline();
        this.undertaking = undertaking;
        this.attempt = undertaking.failed();
        this.tokenOrigin = tokenOrigin;
        this.network = new NetworkText(pipeline.project().api(), where.limits(), proxy);
        this.redactor = redactor;
    }

    static MojoFailureException of(InvalidConfiguration problem) {
        return new MojoFailureException(problem.getMessage());
    }

    static MojoFailureException of(CredentialsProblem problem) {
        return new MojoFailureException(problem.getMessage());
    }

    /** @param evasion what else may be done, besides skipping the goal */
    static MojoFailureException offline(PipelineRef pipeline, String evasion) {
        return new MojoFailureException("Maven is offline (-o), and this goal has to reach "
                + pipeline.project().api() + ": run it without -o, or with -Dbuddy.skip" + evasion + ".");
    }

    /** A dry run found what it was to fail on. */
    static MojoFailureException drift(Order order, boolean looked) {
        String name = "action '" + Element.shown(order.action().name()) + "' of pipeline "
                + order.where().pipeline();
        return new MojoFailureException(
                looked
                        ? "<failOnChange>: the " + name
                                + " is not as the POM wants it (see above). Run the goal without"
                                + " dryRun to bring it up to date, or correct the POM."
                        : "<failOnChange>: nobody could look whether the " + name
                                + " is as the POM wants it (see above).");
    }

    /** Throws where an answer was lost, which is the network's fault; returns what is the user's to mend. */
    MojoFailureException of(Conflict conflict) throws MojoExecutionException {
        if (conflict.kind() == Conflict.Kind.IN_DOUBT) {
            throw new MojoExecutionException(attempt + ": " + text(conflict), redactor.redact(lost(conflict)));
        }
        return new MojoFailureException(attempt + ": " + text(conflict));
    }

    private String text(Conflict conflict) {
        return switch (conflict.kind()) {
            case EXISTS ->
                "it is there already, and <ifExists> is fail:" + listed(conflict.actions())
                        + "\nRemove it in Buddy, or choose another <ifExists>: update, skip or create.";
            case SEVERAL ->
                "several actions of the pipeline have this name:" + listed(conflict.actions())
                        + "\nRemove or rename all but one in Buddy.";
            case OTHER_TYPE ->
                "an action of this name is there, of type "
                        + Element.shown(conflict.actions().get(0).type()) + " instead of DOCKER_PUSH:"
                        + listed(conflict.actions()) + "\nChoose another <name>, or rename that action in Buddy.";
            case IN_DOUBT ->
                lostAnswer(conflict) + "The action may be one of these:" + listed(conflict.actions())
                        + "\nLook at the pipeline in Buddy before you run this again.";
            case OTHER_MODULE ->
                "module " + conflict.otherModule()
                        + " of this build wants an action of the same name with other content. Give the two modules different"
                        + " <name>s, or the same configuration.";
        };
    }

    private static Throwable lost(Conflict conflict) {
        return conflict.getCause() == null ? conflict : conflict.getCause();
    }

    private String lostAnswer(Conflict conflict) {
        return lost(conflict) instanceof TransportException failure
                ? network.of(failure) + " "
                : "the answer of " + pipeline.project().api() + " was lost. ";
    }

    private static String listed(List<ActionSummary> actions) {
        StringBuilder list = new StringBuilder();
        for (ActionSummary action : actions) {
            list.append("\n  - id ").append(action.id());
            action.htmlUrl().or(action::url).ifPresent(url -> list.append(", ").append(url));
        }
        return list.toString();
    }

    MojoFailureException of(ListRefused refused) {
        return new MojoFailureException(attempt + ": Buddy does not let this token read the pipeline's actions (HTTP "
                + refused.refusal().status() + ")" + quoted(refused.refusal().messages()) + "The token is "
                + tokenOrigin
                + ": give it the right to read pipelines too, in Buddy" + undertaking.evasion() + ".");
    }

    MojoFailureException of(NoSingleMatch problem) {
        return new MojoFailureException(attempt + ": " + NameText.of(problem));
    }

    MojoExecutionException of(InterruptedException interrupted) {
        return new MojoExecutionException(attempt + ": the build was interrupted. Nothing was sent.", interrupted);
    }

    MojoFailureException of(Refusal refusal) {
        return new MojoFailureException(text(refusal));
    }

    MojoExecutionException of(UnusableAnswer answer) {
        return new MojoExecutionException(text(answer), answer);
    }

    /** Throws where a login is wrong, which is the user's to mend; returns what is the network's. */
    MojoExecutionException of(TransportException failure) throws MojoFailureException {
        Throwable cause = redactor.redact(failure.getCause());
        switch (failure.kind()) {
            case PROXY_LOGIN, PROXY_LOGIN_MISSING, PROXY_LOGIN_UNSUPPORTED ->
                throw new MojoFailureException(text(failure), cause);
            default -> {
                return new MojoExecutionException(text(failure), cause);
            }
        }
    }

    private String text(Refusal refusal) {
        return attempt + ": Buddy refused (HTTP " + refusal.status() + ")" + quoted(refusal.messages())
                + remedy(refusal) + (refusal.mayHaveChanged() ? " " + mayExist() : "");
    }

    private String remedy(Refusal refusal) {
        String said = String.join(" ", refusal.messages()).toLowerCase(Locale.ROOT);
        if (refusal.isRateLimit()) {
            return rateLimit(refusal);
        }
        if (refusal.isWebPage()) {
            return "A web page came back, as no API sends it. " + checkApiUrl();
        }
        return switch (refusal.status()) {
            case 400 ->
                said.contains("api is disabled")
                        ? "Switch the API on in Buddy, in the settings of workspace '"
                                + Element.shown(pipeline.project().workspace()) + "'."
                        : "Correct the parameters that Buddy names.";
            case 401 ->
                "The token is " + tokenOrigin + ": it may be mistyped, expired or revoked, or of another Buddy than "
                        + pipeline.project().api() + ". Create a new one in Buddy and put it there.";
            case 403 ->
                "The token is " + tokenOrigin + ": give it the right to " + (refusal.isToARead() ? "read" : "change")
                        + " pipelines, in Buddy, and its owner access to the project.";
            case 404 ->
                refusal.missing()
                        .map(this::unknown)
                        .orElse("Check <workspace>, <projectName> and <pipelineId>"
                                + " against the pipeline's address in Buddy, and <apiUrl>: " + REGIONS + ".");
            default -> refusal.messages().isEmpty() || !refusal.isJson() ? checkApiUrl() : "Correct what Buddy names.";
        };
    }

    private String unknown(Missing part) {
        return switch (part) {
            case WORKSPACE ->
                "There is no workspace '" + Element.shown(pipeline.project().workspace())
                        + "', or the token may not see it: correct <workspace>, or <apiUrl>: " + REGIONS + ".";
            case PROJECT ->
                "There is no project '" + Element.shown(pipeline.project().name()) + "' in workspace '"
                        + Element.shown(pipeline.project().workspace())
                        + "', or the token may not see it: correct <projectName>, the name in the project's address in Buddy.";
            case PIPELINE ->
                "There is no pipeline " + number() + " in project '"
                        + Element.shown(pipeline.project().name())
                        + "': correct <pipelineId>, the number in the pipeline's address in Buddy.";
        };
    }

    private String number() {
        return pipeline instanceof Pipeline numbered ? String.valueOf(numbered.id()) : "of that number";
    }

    private String checkApiUrl() {
        return "Check that <apiUrl>" + pipeline.project().api() + "</apiUrl> is the address of Buddy's API: " + REGIONS
                + ".";
    }

    private static String rateLimit(Refusal refusal) {
        return "Too many requests were made with this token"
                + refusal.limitEnd()
                        .map(end -> "; the limit ends at " + end.truncatedTo(ChronoUnit.SECONDS)
                                + ". Run the build again after that, or raise <rateLimitWait>.")
                        .orElse(". Run the build again later, or raise <rateLimitWait>.");
    }

    private String text(UnusableAnswer answer) {
        String after = answer.mayHaveChanged() ? mayExist() : "Nothing was changed.";
        String what = attempt + ": " + pipeline.project().api() + " answered HTTP " + answer.status();
        if (answer.status() >= 500) {
            return what + quoted(answer.messages()) + "The fault is on the other side. " + after;
        }
        if (answer.status() >= 300) {
            return what + answer.location().map(to -> ", a redirect to " + to).orElse(", a redirect")
                    + ", which is not followed, since the token is for this address alone. " + moved(answer.location())
                    + " " + after;
        }
        return what + " with " + answer.looksLike() + " instead of Buddy's JSON. " + checkApiUrl() + " " + after;
    }

    /** Suggests another address only where both are Buddy's own: elsewhere a redirect may be a trap for the token. */
    private String moved(Optional<String> location) {
        return Region.of(pipeline.project().api().toString())
                .flatMap(here -> location.flatMap(Region::of).filter(there -> there != here))
                .map(there -> "Your workspace is in another region: set <apiUrl>" + there.url() + "</apiUrl>.")
                .orElseGet(this::checkApiUrl);
    }

    private String text(TransportException failure) {
        return attempt + ": " + network.of(failure) + " "
                + (failure.mayHaveChanged() ? mayExist() : "Nothing was changed.");
    }

    private String mayExist() {
        return "The action may exist or be changed by now: look at pipeline " + pipeline + " in Buddy.";
    }

    private static String quoted(List<String> messages) {
        return switch (messages.size()) {
            case 0 -> " without a reason. ";
            case 1 -> ": " + sentence(messages.get(0)) + " ";
            default -> ":\n  - " + String.join("\n  - ", messages) + "\n";
        };
    }

    private static String sentence(String message) {
        return message.matches(".*[.!?]") ? message : message + ".";
    }
}
