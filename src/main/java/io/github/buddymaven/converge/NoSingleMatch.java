package io.github.buddymaven.converge;

import java.util.List;

/** A name in the POM stands for nothing, or for several things. */
public final class NoSingleMatch extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * What has a name in Buddy.
     *
     * @param id its number
     * @param name its name
     */
    public record Candidate(long id, String name) {}

    private final String thing;
    private final String parameter;
    private final String name;
    private final transient List<Candidate> candidates;

    /**
     * For a name in the POM.
     *
     * @param thing what it should be the name of
     * @param parameter the parameter that has the name
     * @param candidates all that are there
     */
    NoSingleMatch(String thing, String parameter, String name, List<Candidate> candidates) {
        super(parameter + " " + name);
        this.thing = thing;
        this.parameter = parameter;
        this.name = name;
        this.candidates = List.copyOf(candidates);
    }

    /** The one candidate of this name. */
    static long find(String thing, String parameter, String name, List<Candidate> candidates) throws NoSingleMatch {
        List<Candidate> named = candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .toList();
        if (named.size() != 1) {
            throw new NoSingleMatch(thing, parameter, name, candidates);
        }
        return named.get(0).id();
    }

    /** What it should be the name of, in a word for a person. */
    public String thing() {
        return thing;
    }

    public String parameter() {
        return parameter;
    }

    public String name() {
        return name;
    }

    /** Those of this name: none, or several. */
    public List<Candidate> named() {
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .toList();
    }

    /** All that are there. */
    public List<Candidate> candidates() {
        return candidates;
    }
}
