package io.github.buddymaven.reconcile;

import io.github.buddymaven.api.BuddyException;
import io.github.buddymaven.reconcile.NameLookup.Candidate;
import io.github.buddymaven.validation.Parameter;
import java.util.List;

/** A name in the POM is that of nothing in Buddy, or of several things. */
public final class NameLookupException extends BuddyException {
    private static final long serialVersionUID = 1L;

    private final NameLookup.Kind kind;
    private final transient Parameter parameter;
    private final transient List<Candidate> candidates;

    NameLookupException(NameLookup.Kind kind, Parameter parameter, List<Candidate> candidates) {
        super(parameter.toString(), null);
        this.kind = kind;
        this.parameter = parameter;
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public boolean mayHaveChanged() {
        return false;
    }

    @Override
    public boolean isUserError() {
        return true;
    }

    /** Returns what was looked for. */
    public NameLookup.Kind kind() {
        return kind;
    }

    /** Returns the parameter with the name. */
    public Parameter parameter() {
        return parameter;
    }

    /** Returns those of the name: none, or several. */
    public List<Candidate> matches() {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(parameter.text()))
                .toList();
    }

    /** Returns all that there are. */
    public List<Candidate> candidates() {
        return candidates;
    }
}
