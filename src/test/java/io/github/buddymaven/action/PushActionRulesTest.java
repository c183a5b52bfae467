package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_IMAGE_TAG;
import static io.github.buddymaven.action.Field.NAME;
import static io.github.buddymaven.action.Field.REGION;
import static io.github.buddymaven.action.Field.REGISTRY;
import static io.github.buddymaven.action.Field.REPOSITORY;
import static io.github.buddymaven.action.Field.RUN_ONLY_ON_FIRST_FAILURE;
import static io.github.buddymaven.action.Field.TRIGGER_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.buddymaven.check.InvalidConfiguration;
import io.github.buddymaven.check.Problems;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule shows its message; what keeps the rules passes without a word. */
class PushActionRulesTest {
    private static final String PREFIX = "The configuration has a problem, and nothing was sent: ";

    private static Arguments broken(UnaryOperator<PushActionDraft> change, String message) {
        return Arguments.of(change, message);
    }

    static Stream<Arguments> alwaysRefused() {
        return Stream.of(
                broken(
                        draft -> draft.text(NAME, " "),
                        "<name> </name> is blank: write the name that the action has in Buddy, <name>NAME</name> or"
                                + " -Dbuddy.name=NAME."),
                broken(
                        draft -> draft.text(NAME, "one\ntwo\u0007"),
                        "<name>one\\ntwo\\u0007</name> has a line break or another control character: write it in one"
                                + " line, without it."),
                broken(
                        draft -> draft.text(REPOSITORY, "my\tapp"),
                        "<repository>my\\tapp</repository> has a line break or another control character: write it in"
                                + " one line, without it."),
                broken(
                        draft -> draft.text(DOCKER_BUILD_ACTION_ID, "-1"),
                        "<dockerBuildActionId>-1</dockerBuildActionId> must be a whole number from 0 to 2147483647: write"
                                + " the id of the action that built the image, 0 for the previous action of the pipeline."),
                broken(
                        draft -> draft.text(DOCKER_BUILD_ACTION_ID, "1").text(DOCKER_BUILD_ACTION_NAME, "Build"),
                        "<dockerBuildActionId>1</dockerBuildActionId> and"
                                + " <dockerBuildActionName>Build</dockerBuildActionName> exclude each other: keep the one"
                                + " that names the action that built the image."),
                broken(
                        draft -> draft.text(DOCKER_BUILD_ACTION_NAME, ""),
                        "<dockerBuildActionName></dockerBuildActionName> is blank: name the action that built the image,"
                                + " or remove the element."),
                broken(
                        draft -> draft.integration("abc", "def"),
                        "<integration><hashId>abc</hashId><identifier>def</identifier></integration> names two"
                                + " integrations: keep either <hashId> or <identifier>."),
                broken(
                        draft -> draft.integration(" ", null),
                        "<hashId> </hashId> is blank: copy it from the integration's page in Buddy."));
    }

    static Stream<Arguments> refusedUnlessLenient() {
        return Stream.of(
                broken(
                        draft -> draft.text(TRIGGER_TIME, "ON_SUCCES"),
                        "<triggerTime>ON_SUCCES</triggerTime> is not known, did you mean ON_SUCCESS? Allowed are"
                                + " ON_EVERY_EXECUTION, ON_SUCCESS, ON_FAILURE, ON_BACK_TO_SUCCESS, ON_WARNING,"
                                + " ON_WAIT_FOR_APPROVE, ON_TERMINATE."),
                broken(
                        draft -> draft.text(TRIGGER_TIME, "on failure"),
                        "<triggerTime>on failure</triggerTime> is not known, did you mean ON_FAILURE? Allowed are"
                                + " ON_EVERY_EXECUTION, ON_SUCCESS, ON_FAILURE, ON_BACK_TO_SUCCESS, ON_WARNING,"
                                + " ON_WAIT_FOR_APPROVE, ON_TERMINATE."),
                broken(
                        draft -> draft.text(TRIGGER_TIME, "NIGHTLY"),
                        "<triggerTime>NIGHTLY</triggerTime> is not known. Allowed are ON_EVERY_EXECUTION, ON_SUCCESS,"
                                + " ON_FAILURE, ON_BACK_TO_SUCCESS, ON_WARNING, ON_WAIT_FOR_APPROVE, ON_TERMINATE."),
                broken(
                        draft -> draft.text(DOCKER_IMAGE_TAG, "1.0+build"),
                        "<dockerImageTag>1.0+build</dockerImageTag> is not a tag: letters, digits, _, . and - are"
                                + " allowed, at most 128, no . or - at the start. A tag cannot hold a +: replace it, for"
                                + " example by a -."),
                broken(
                        draft -> draft.text(DOCKER_IMAGE_TAG, ".hidden"),
                        "<dockerImageTag>.hidden</dockerImageTag> is not a tag: letters, digits, _, . and - are allowed,"
                                + " at most 128, no . or - at the start. Write such a tag, or a Buddy variable such as"
                                + " $BUDDY_EXECUTION_TAG."),
                broken(
                        draft -> draft.text(DOCKER_IMAGE_TAG, "x".repeat(129)),
                        "<dockerImageTag>" + "x".repeat(120) + "…</dockerImageTag> is not a tag: letters, digits, _, ."
                                + " and - are allowed, at most 128, no . or - at the start. Write such a tag, or a Buddy"
                                + " variable such as $BUDDY_EXECUTION_TAG."),
                broken(
                        draft -> draft.text(REPOSITORY, ""),
                        "<repository></repository> is blank: name the image's repository at the registry, such as"
                                + " my-team/my-app."),
                broken(
                        draft -> draft.text(REPOSITORY, "https://docker.io/app"),
                        "<repository>https://docker.io/app</repository> starts with a scheme: write the repository alone,"
                                + " such as my-team/my-app; the host belongs into <registry>."),
                broken(
                        draft -> draft.text(REPOSITORY, "team/app:1.0"),
                        "<repository>team/app:1.0</repository> ends with a tag or digest: write the repository alone; the"
                                + " tag belongs into <dockerImageTag>."),
                broken(
                        draft -> draft.text(REPOSITORY, "team/app@sha256:abc"),
                        "<repository>team/app@sha256:abc</repository> ends with a tag or digest: write the repository"
                                + " alone; the tag belongs into <dockerImageTag>."),
                broken(
                        draft -> draft.integration("abc", null).registryServerId("nexus"),
                        "<integration> and <registryServerId>nexus</registryServerId> exclude each other: keep"
                                + " <integration> for Docker Hub, Amazon ECR or Google, <registryServerId> for a private"
                                + " registry."),
                broken(
                        draft -> draft.text(REGION, "us-east-1"),
                        "<region>us-east-1</region> is for Amazon ECR, which needs an <integration> too: add it, or"
                                + " remove <region>."),
                broken(
                        draft -> draft.integration("abc", null).text(REGION, "Virginia"),
                        "<region>Virginia</region> is not an AWS region code: write one such as us-east-1, or a Buddy"
                                + " variable such as $AWS_REGION."),
                broken(
                        draft -> draft.registryServerId("nexus").text(REGISTRY, "https://nexus.example.com"),
                        "<registry>https://nexus.example.com</registry> is not a host: write the host alone, without"
                                + " scheme or path, such as registry.example.com or registry.example.com:5000; the path"
                                + " belongs into <repository>."),
                broken(
                        draft -> draft.registryServerId("nexus").text(REGISTRY, "nexus.example.com/docker"),
                        "<registry>nexus.example.com/docker</registry> is not a host: write the host alone, without"
                                + " scheme or path, such as registry.example.com or registry.example.com:5000; the path"
                                + " belongs into <repository>."),
                broken(
                        draft -> draft.registryServerId("nexus").text(REGISTRY, "https://$HOST/x"),
                        "<registry>https://$HOST/x</registry> is not a host: write the host alone, without scheme or path,"
                                + " such as registry.example.com or registry.example.com:5000; the path belongs into"
                                + " <repository>."),
                broken(
                        draft -> draft.text(NAME, "Push ${app.name}"),
                        "<name>Push ${app.name}</name> holds ${app.name}, which is no property of this build: define it,"
                                + " or correct its name."),
                broken(
                        draft -> draft.text(DOCKER_IMAGE_TAG, "${a.b}"),
                        "<dockerImageTag>${a.b}</dockerImageTag> holds ${a.b}, which is no property of this build: define it,"
                                + " or correct its name."),
                broken(
                        draft -> draft.text(REPOSITORY, "${a.b}"),
                        "<repository>${a.b}</repository> holds ${a.b}, which is no property of this build: define it,"
                                + " or correct its name."),
                broken(
                        draft -> draft.integration("abc", null).text(REGION, "${a.b}"),
                        "<region>${a.b}</region> holds ${a.b}, which is no property of this build: define it,"
                                + " or correct its name."),
                broken(
                        draft -> draft.registryServerId("nexus").text(REGISTRY, "${a.b}"),
                        "<registry>${a.b}</registry> holds ${a.b}, which is no property of this build: define it,"
                                + " or correct its name."),
                broken(
                        draft -> draft.text(Field.DOCKER_REGISTRY, "${a.b}"),
                        "<dockerRegistry>${a.b}</dockerRegistry> holds ${a.b}, which is no property of this build: define it,"
                                + " or correct its name."),
                broken(
                        draft -> draft.text(REGISTRY, "eu.gcr.io"),
                        "<registry>eu.gcr.io</registry> is Google's and needs an <integration>: add the one that your"
                                + " Buddy workspace has for Google."),
                broken(
                        draft -> draft.integration("abc", null).text(REGISTRY, "nexus.example.com"),
                        "<registry>nexus.example.com</registry> does not go with <integration>, which allows only gcr.io,"
                                + " us.gcr.io, eu.gcr.io, asia.gcr.io and LOCATION-docker.pkg.dev: remove <registry> for"
                                + " Docker Hub and Amazon ECR; for a private registry replace <integration> by"
                                + " <registryServerId>."),
                broken(
                        draft -> draft.text(REGISTRY, "nexus.example.com:5000"),
                        "<registry>nexus.example.com:5000</registry> is a private registry and needs <registryServerId>:"
                                + " the id of a <server> of settings.xml with the user name and password of the"
                                + " registry."));
    }

    @ParameterizedTest
    @MethodSource("alwaysRefused")
    void refusesWithTheElementItsValueAndTheRemedy(UnaryOperator<PushActionDraft> change, String message) {
        assertThat(refusal(change, false)).isEqualTo(PREFIX + message);
        assertThat(refusal(change, true)).isEqualTo(PREFIX + message);
    }

    @ParameterizedTest
    @MethodSource("refusedUnlessLenient")
    void refusesWhatBuddyMayHaveRelaxedSince(UnaryOperator<PushActionDraft> change, String message) {
        assertThat(refusal(change, false))
                .isEqualTo(
                        PREFIX + message + "\nShould Buddy accept this by now, <lenient>true</lenient> turns the rules"
                                + " about values into warnings.");
    }

    @ParameterizedTest
    @MethodSource("refusedUnlessLenient")
    void warnsInsteadWhereLenient(UnaryOperator<PushActionDraft> change, String message) {
        Problems problems = new Problems(true);

        assertThat(change.apply(draft()).check(problems)).isPresent();
        assertThat(problems.warnings()).containsExactly(message);
    }

    @Test
    void aMissingNameIsReported() {
        Problems problems = new Problems(false);

        assertThat(new PushActionDraft().check(problems)).isEmpty();
        assertThat(catchThrowable(problems::refuse))
                .hasMessage(
                        PREFIX + "<name> is missing: write the name that the action has in Buddy, <name>NAME</name> or"
                                + " -Dbuddy.name=NAME.");
    }

    static Stream<UnaryOperator<PushActionDraft>> accepted() {
        return Stream.of(
                draft -> draft,
                draft -> draft.text(DOCKER_IMAGE_TAG, "x".repeat(128)),
                draft -> draft.text(DOCKER_IMAGE_TAG, "_1.0-SNAPSHOT"),
                draft -> draft.text(DOCKER_IMAGE_TAG, "1.0+$BUDDY_EXECUTION_TAG"),
                draft -> draft.text(DOCKER_IMAGE_TAG, "${BUDDY_EXECUTION_TAG}"),
                draft -> draft.text(REPOSITORY, "localhost:5000/team/app"),
                draft -> draft.text(DOCKER_BUILD_ACTION_ID, "0"),
                draft -> draft.text(DOCKER_BUILD_ACTION_NAME, "Build"),
                draft -> draft.integration(null, "docker-hub"),
                draft -> draft.integration("abc", null).text(REGION, "us-gov-west-1"),
                draft -> draft.integration("abc", null).text(REGION, "$AWS_REGION"),
                draft -> draft.integration("abc", null).text(REGISTRY, "gcr.io"),
                draft -> draft.integration("abc", null).text(REGISTRY, "europe-west1-docker.pkg.dev"),
                draft -> draft.registryServerId("nexus").text(REGISTRY, "nexus"),
                draft -> draft.registryServerId("nexus").text(REGISTRY, "[::1]:5000"),
                draft -> draft.text(REGISTRY, "$REGISTRY"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatKeepsTheRules(UnaryOperator<PushActionDraft> change) throws InvalidConfiguration {
        Problems problems = new Problems(false);

        assertThat(change.apply(draft()).check(problems)).isPresent();
        problems.refuse();
        assertThat(problems.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ON_EVERY_EXECUTION",
                "ON_SUCCESS",
                "ON_FAILURE",
                "ON_BACK_TO_SUCCESS",
                "ON_WARNING",
                "ON_WAIT_FOR_APPROVE",
                "ON_TERMINATE"
            })
    void acceptsEveryTriggerTimeOfTheApi(String triggerTime) {
        Problems problems = new Problems(false);
        PushActionDraft draft = draft().text(TRIGGER_TIME, triggerTime);
        if (triggerTime.equals("ON_FAILURE")) {
            draft.text(RUN_ONLY_ON_FIRST_FAILURE, "true");
        }
        Optional<PushAction> action = draft.check(problems);

        assertThat(action.orElseThrow().fields()).containsEntry(TRIGGER_TIME, new Value.Text(triggerTime));
        assertThat(catchThrowable(problems::refuse)).isNull();
    }

    @Test
    void theNamesOfAFieldFollowOneRule() {
        assertThat(DOCKER_IMAGE_TAG.key()).isEqualTo("docker_image_tag");
        assertThat(DOCKER_IMAGE_TAG.parameter()).isEqualTo("dockerImageTag");
        assertThat(NAME.parameter()).isEqualTo("name");
    }

    private static PushActionDraft draft() {
        return new PushActionDraft().text(NAME, "Push");
    }

    private static String refusal(UnaryOperator<PushActionDraft> change, boolean lenient) {
        Problems problems = new Problems(lenient);
        Optional<PushAction> ignored = change.apply(draft()).check(problems);
        Throwable refused = catchThrowable(problems::refuse);
        assertThat(refused).isInstanceOf(InvalidConfiguration.class);
        return String.valueOf(refused.getMessage());
    }
}
