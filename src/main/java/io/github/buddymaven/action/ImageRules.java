package io.github.buddymaven.action;

import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_ID;
import static io.github.buddymaven.action.Field.DOCKER_BUILD_ACTION_NAME;
import static io.github.buddymaven.action.Field.DOCKER_IMAGE_TAG;
import static io.github.buddymaven.action.Field.REPOSITORY;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import java.util.regex.Pattern;

/** Which image is pushed, and as what: the tag, the repository, the action that built it. */
final class ImageRules {
    /** The grammar of a tag in Docker's reference format. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern TAG_OR_DIGEST = Pattern.compile("[:@][^/]*$");

    private final PushActionDraft draft;
    private final Problems problems;

    ImageRules(PushActionDraft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void check() {
        Element tag = draft.element(DOCKER_IMAGE_TAG);
        if (Texts.printable(tag, problems)) {
            tag.value().ifPresent(text -> tagIsValid(tag, text));
        }
        Element repository = draft.element(REPOSITORY);
        if (Texts.printable(repository, problems)) {
            repository.value().ifPresent(text -> repositoryIsBare(repository, text));
        }
        oneBuildAction();
    }

    private void tagIsValid(Element tag, String text) {
        if (TAG.matcher(text).matches() || BuddyVariable.in(text)) {
            return;
        }
        String hint = text.indexOf('+') >= 0
                ? "A tag cannot hold a +: replace it, for example by a -."
                : "Write such a tag, or a Buddy variable such as $BUDDY_EXECUTION_TAG.";
        problems.addRelaxable(
                tag + " is not a tag: letters, digits, _, . and - are allowed, at most 128, no . or - at the start. "
                        + hint);
    }

    private void repositoryIsBare(Element repository, String text) {
        if (text.isBlank()) {
            problems.addRelaxable(
                    repository + " is blank: name the image's repository at the registry, such as my-team/my-app.");
        } else if (SCHEME.matcher(text).find()) {
            problems.addRelaxable(repository
                    + " starts with a scheme: write the repository alone, such as my-team/my-app; the host belongs into"
                    + " <registry>.");
        } else if (TAG_OR_DIGEST.matcher(text).find()) {
            problems.addRelaxable(repository
                    + " ends with a tag or digest: write the repository alone; the tag belongs into <dockerImageTag>.");
        }
    }

    private void oneBuildAction() {
        Element id = draft.element(DOCKER_BUILD_ACTION_ID);
        Element name = draft.element(DOCKER_BUILD_ACTION_NAME);
        Texts.filledLine(name, "name the action that built the image, or remove the element.", problems);
        if (id.value().isPresent() && name.value().isPresent()) {
            problems.add(id + " and " + name + " exclude each other: keep the one that names the action that built the"
                    + " image.");
        }
    }
}
