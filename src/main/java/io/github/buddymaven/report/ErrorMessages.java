package io.github.buddymaven.report;

import io.github.buddymaven.api.ActionSummary;
import io.github.buddymaven.api.ApiUrl;
import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.api.ClientErrorException;
import io.github.buddymaven.api.ClientErrorException.AddressPart;
import io.github.buddymaven.api.Pipeline;
import io.github.buddymaven.api.PipelineRef;
import io.github.buddymaven.api.Region;
import io.github.buddymaven.api.UnexpectedResponseException;
import io.github.buddymaven.api.UnreachableException;
import io.github.buddymaven.reconcile.ConflictException;
import io.github.buddymaven.reconcile.NameLookupException;
import io.github.buddymaven.validation.Parameter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The messages of failures: what was tried, what went wrong, and what to do. One sentence says what is wrong, one imperative what
 * to do.
 */
public final class ErrorMessages {
    private static final String REGIONS = Region.US.url() + " (US), " + Region.EU.url() + " (EU), " + Region.ASIA.url()
            + " (Asia), or https://HOST/api for your own server";

    private final Attempt attempt;
    private final PipelineRef pipeline;
    private final String tokenOrigin;
    private final TransportMessages transport;
    private final UnaryOperator<String> redact;

    /**
     * Creates the messages of one goal.
     *
     * @param tokenOrigin where the token came from
     * @param redact removes secrets from the names in Buddy
     */
    public ErrorMessages(
            Attempt attempt,
            PipelineRef pipeline,
            String tokenOrigin,
            TransportMessages transport,
            UnaryOperator<String> redact) {
        this.attempt = attempt;
        this.pipeline = pipeline;
        this.tokenOrigin = tokenOrigin;
        this.transport = transport;
        this.redact = redact;
    }

    /** Returns the messages of another attempt over the same connection. */
    public ErrorMessages of(Attempt other) {
        return new ErrorMessages(other, pipeline, tokenOrigin, transport, redact);
    }

    /** Returns the whole message of a failure. */
    public String message(BuddyException failure) {
        return (attempt.failure() + ": " + reason(failure)).strip();
    }

    /** Returns the message of a goal that does not try, because the goals before it ran into time-outs. */
    public String notTried(String lastReason) {
        String message = attempt.failure()
                + ": The modules before this one ran into time-outs, so this one did not try. The last reason was: "
                + lastReason + " " + attempt.otherwise();
        return message.stripTrailing();
    }

    /** Returns why the service could not be reached, without what that means for what was tried. */
    public String cause(UnreachableException failure) {
        return transport.message(failure.failure());
    }

    /** Returns what went wrong and what to do, without what was tried. */
    private String reason(BuddyException failure) {
        if (failure instanceof ClientErrorException refusal) {
            return clientError(refusal);
        }
        if (failure instanceof UnexpectedResponseException response) {
            return unexpectedResponse(response);
        }
        if (failure instanceof UnreachableException unreachable) {
            return unreachable(unreachable);
        }
        return failure instanceof ConflictException conflict
                ? conflict(conflict)
                : LookupMessages.message((NameLookupException) failure, redact);
    }

    /** Returns the message of a build that was interrupted before anything was sent. */
    public String interrupted() {
        return attempt.failure() + (": The build was interrupted. " + attempt.otherwise()).stripTrailing();
    }

    /** Returns the message of a goal that Maven runs offline. */
    public static String offline(PipelineRef pipeline, String otherWay) {
        return "Maven is offline (-o), and this goal needs "
                + pipeline.project().api() + ". Run it without -o, or with " + otherWay + ".";
    }

    private String clientError(ClientErrorException refusal) {
        String said = "Buddy refused (HTTP " + refusal.status() + ")" + quote(refusal.messages());
        return said + remedy(refusal) + (isInDoubt(refusal) ? " " + attempt.doubt() : "");
    }

    /** A server may find a conflict (409) with the work half done. */
    private static boolean isInDoubt(ClientErrorException refusal) {
        return refusal.mayHaveChanged() || (refusal.status() == 409 && !refusal.isRead());
    }

    private String remedy(ClientErrorException refusal) {
        if (refusal.isRateLimit()) {
            return rateLimit(refusal);
        }
        if (refusal.isApiDisabled()) {
            return "Switch the API on in Buddy, in the settings of workspace '"
                    + Parameter.display(pipeline.project().workspace()) + "'.";
        }
        if (refusal.isWebPage()) {
            return "The server answered with a web page instead of JSON. " + checkApiUrl();
        }
        return switch (refusal.status()) {
            case 400 -> "Correct the parameters that Buddy names.";
            case 401 -> wrongToken();
            case 403 -> missingRight(refusal);
            case 405 ->
                refusal.isRead() && !attempt.withoutReading().isEmpty()
                        ? "The actions of the pipeline cannot be listed. Check <apiUrl>. " + attempt.withoutReading()
                        : checkApiUrl();
            case 404 ->
                refusal.unknownPart()
                        .map(this::unknownPart)
                        .orElse(
                                "Check <workspace>, <projectName> and <pipelineId> against the pipeline's address in Buddy,"
                                        + " and <apiUrl>: " + REGIONS + ".");
            default -> refusal.messages().isEmpty() || !refusal.isJson() ? checkApiUrl() : "Correct what Buddy names.";
        };
    }

    private String wrongToken() {
        return "The token is " + tokenOrigin
                + ". It may be mistyped, expired or revoked, limited to other workspaces or IP"
                + " addresses, or one of another Buddy than " + api() + ". Create a new one in Buddy and put it there.";
    }

    /** Source: buddy.works/docs/api, "Scopes", before and after August 2026. */
    private String missingRight(ClientErrorException refusal) {
        String right = refusal.isRead()
                ? "to read pipelines (PIPELINE_READ, before August 2026 EXECUTION_INFO)"
                : attempt.right();
        String remedy = "The token is " + tokenOrigin + ". Give it the right " + right
                + " in Buddy, and give its owner access to the project.";
        return refusal.isRead() && !attempt.withoutReading().isEmpty()
                ? remedy + " " + attempt.withoutReading()
                : remedy;
    }

    private String unknownPart(AddressPart part) {
        String workspace = Parameter.display(pipeline.project().workspace());
        String project = Parameter.display(pipeline.project().name());
        return switch (part) {
            case WORKSPACE ->
                "There is no workspace '" + workspace
                        + "', or the token must not see it. Correct <workspace>, or <apiUrl>: " + REGIONS + ".";
            case PROJECT ->
                "There is no project '" + project + "' in workspace '" + workspace
                        + "', or the token must not see it. Correct <projectName>, the name in the project's address in"
                        + " Buddy.";
            case PIPELINE ->
                "There is no pipeline " + number() + " in project '" + project
                        + "'. Correct <pipelineId>, the number in the pipeline's address in Buddy.";
        };
    }

    private String number() {
        return pipeline instanceof Pipeline numbered ? String.valueOf(numbered.id()) : "of that number";
    }

    private String checkApiUrl() {
        return "Check that <apiUrl>" + api() + "</apiUrl> is the address of Buddy's API: " + REGIONS + ".";
    }

    private ApiUrl api() {
        return pipeline.project().api();
    }

    private static String rateLimit(ClientErrorException refusal) {
        return refusal.rateLimitEnd()
                .map(end -> "This token has made too many requests; the limit ends at "
                        + end.truncatedTo(ChronoUnit.SECONDS)
                        + ". Run the build again after that, or raise <rateLimitWait>.")
                .orElse("This token has made too many requests. Run the build again later, or raise <rateLimitWait>.");
    }

    private String unexpectedResponse(UnexpectedResponseException response) {
        String after = response.mayHaveChanged() ? attempt.doubt() : attempt.otherwise();
        String answered = api() + " answered HTTP " + response.status();
        if (response.isServerError()) {
            return answered + quote(response.messages()) + "The server failed. " + after;
        }
        if (response.status() >= 300) {
            return answered + ", a redirect"
                    + response.location().map(to -> " to " + to).orElse("")
                    + ", which is not followed, because the token is only for this address. "
                    + otherRegion(response.location()) + " " + after;
        }
        return answered + " with " + response.bodyDescription() + " instead of Buddy's JSON. " + checkApiUrl() + " "
                + after;
    }

    /** Suggests another address only if both are Buddy's own; any other redirect may be a trap for the token. */
    private String otherRegion(Optional<String> location) {
        return Region.of(api().toString())
                .flatMap(here -> location.flatMap(Region::of).filter(there -> there != here))
                .map(there -> "Your workspace is in another region. Set <apiUrl>" + there.url() + "</apiUrl>.")
                .orElseGet(this::checkApiUrl);
    }

    private String unreachable(UnreachableException failure) {
        return cause(failure) + " " + (failure.mayHaveChanged() ? attempt.doubt() : attempt.otherwise());
    }

    private String conflict(ConflictException conflict) {
        List<ActionSummary> actions = conflict.actions();
        return switch (conflict.kind()) {
            case EXISTS ->
                "There is such an action already, and <ifExists> is fail." + list(actions)
                        + "\nRemove it in Buddy, or set <ifExists> to update, skip or create.";
            case SEVERAL ->
                "Several actions of the pipeline have this name." + list(actions)
                        + "\nRemove or rename all but one in Buddy.";
            case OTHER_TYPE ->
                "There is an action of this name with the type "
                        + Parameter.display(actions.get(0).displayType()) + " instead of DOCKER_PUSH." + list(actions)
                        + "\nChange <name>, or rename that action in Buddy.";
            case SIMILAR_NAME ->
                "There is an action with almost the same name: '"
                        + Parameter.display(actions.get(0).displayName()) + "'." + list(actions)
                        + "\nIf that is the action, write its exact name in <name>. If not, choose a <name> that differs more,"
                        + " or set <ifExists>create</ifExists>.";
            case RENAMED ->
                "Buddy stored it as '" + Parameter.display(actions.get(0).displayName()) + "' with the type "
                        + Parameter.display(actions.get(0).displayType())
                        + ", so no later run would find it, and it was deleted again. Change <name> to one that Buddy keeps.";
            case RENAMED_AND_LEFT ->
                "Buddy stored it as '" + Parameter.display(actions.get(0).displayName()) + "' with the type "
                        + Parameter.display(actions.get(0).displayType())
                        + ", so no later run would find it, and it could not be deleted." + list(actions)
                        + "\nDelete it in Buddy, and change <name> to one that Buddy keeps.";
            case IN_DOUBT ->
                lostResponse(conflict) + " The action may be one of these." + list(actions)
                        + "\nCheck the pipeline in Buddy before you run this again.";
            case OTHER_MODULE ->
                "Module " + Parameter.display(conflict.otherModule())
                        + " of this build wants an action of the same name with other content. Give the two modules"
                        + " different <name>s, or the same configuration.";
        };
    }

    private String lostResponse(ConflictException conflict) {
        return conflict.getCause() instanceof UnreachableException unreachable
                ? cause(unreachable)
                : "The response of " + api() + " got lost.";
    }

    private static String list(List<ActionSummary> actions) {
        StringBuilder list = new StringBuilder();
        for (ActionSummary action : actions) {
            list.append("\n  - id ").append(action.displayId());
            action.htmlUrl().or(action::url).ifPresent(url -> list.append(", ").append(url));
        }
        return list.toString();
    }

    /** Quotes what a server said, ready for the sentence that follows. */
    private static String quote(List<String> messages) {
        return switch (messages.size()) {
            case 0 -> " without a reason. ";
            case 1 -> ": " + sentence(messages.get(0)) + " ";
            default -> ":\n  - " + String.join("\n  - ", messages) + "\n";
        };
    }

    private static String sentence(String message) {
        boolean ended = message.endsWith(".") || message.endsWith("!") || message.endsWith("?");
        return ended ? message : message + ".";
    }
}
