package io.github.buddymaven.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The problems of one configuration. Rules that Buddy may have relaxed since they were written become warnings if the user
 * sets {@code lenient}.
 */
public final class Problems {
    private final boolean lenient;
    private final String prefix;
    private final List<String> errors;
    private final List<String> relaxable;
    private final List<String> warnings;
    private final List<String> notes = new ArrayList<>();
    private UnaryOperator<String> redact = UnaryOperator.identity();

    public Problems(boolean lenient) {
        this(lenient, "", new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Problems(
            boolean lenient, String prefix, List<String> errors, List<String> relaxable, List<String> warnings) {
        this.lenient = lenient;
        this.prefix = prefix;
        this.errors = errors;
        this.relaxable = relaxable;
        this.warnings = warnings;
    }

    /** Returns the same problems; each that is added through the result begins with this place. */
    public Problems in(String place) {
        return new Problems(lenient, prefix + place + ": ", errors, relaxable, warnings);
    }

    /** Returns the same problems for a goal that has no {@code lenient}: no problem that is added through the result says to set it. */
    public Problems strict() {
        return new Problems(false, prefix, errors, new ArrayList<>(), warnings);
    }

    /** Adds a problem that lenient does not change. */
    public void add(String problem) {
        String whole = prefix + problem;
        if (!errors.contains(whole)) {
            errors.add(whole);
        }
    }

    /** Adds a problem that is only a warning if the user sets lenient. */
    public void addUnlessLenient(String problem) {
        if (lenient) {
            warnings.add(prefix + problem);
        } else {
            add(problem);
            relaxable.add(prefix + problem);
        }
    }

    /** Adds a warning. */
    public void warn(String warning) {
        warnings.add(prefix + warning);
    }

    /** Masks a secret in all problems, those that are added already included. */
    public void hide(UnaryOperator<String> redactor) {
        redact = redactor;
    }

    /** Adds what explains the problems that mention an element, if there are any; it is read after all of them. */
    public void explain(String element, Supplier<Optional<String>> explanation) {
        if (mention(errors, element) || mention(warnings, element)) {
            explanation.get().ifPresent(notes::add);
        }
    }

    private static boolean mention(List<String> messages, String element) {
        for (String message : messages) {
            if (message.contains("<" + element + ">")) {
                return true;
            }
        }
        return false;
    }

    public boolean isLenient() {
        return lenient;
    }

    /** Returns the problems that end the build. */
    public List<String> errors() {
        return redacted(errors);
    }

    public List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(notes);
        return redacted(all);
    }

    private List<String> redacted(List<String> texts) {
        List<String> redacted = new ArrayList<>();
        for (String text : texts) {
            redacted.add(redact.apply(text));
        }
        return redacted;
    }

    /**
     * Ends the validation.
     *
     * @throws InvalidConfigurationException with all problems, if there are any
     */
    public void throwIfInvalid() throws InvalidConfigurationException {
        if (!errors.isEmpty()) {
            throw new InvalidConfigurationException(errors(), redacted(notes), !relaxable.isEmpty());
        }
    }
}
