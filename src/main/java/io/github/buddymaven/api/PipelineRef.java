package io.github.buddymaven.api;

import io.github.buddymaven.check.Element;
import io.github.buddymaven.check.Problems;
import io.github.buddymaven.check.Texts;
import io.github.buddymaven.check.WholeNumber;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The pipeline that a POM means: by its number, or by its name, to which only Buddy knows the number. */
public sealed interface PipelineRef permits Pipeline, PipelineName {
    /** The project that it is in. */
    Project project();

    /** Its address, for a person to read. */
    String address();

    /** The pipeline, where its parameters keep their rules; reports the broken ones where not. */
    static Optional<PipelineRef> check(
            Optional<Project> project, @Nullable String pipelineId, @Nullable String pipelineName, Problems problems) {
        Element id = Element.of("pipelineId", pipelineId);
        Element name = Element.of("pipelineName", pipelineName);
        if (id.value().isPresent() && name.value().isPresent()) {
            problems.add(id + " and " + name + " exclude each other: keep the one that names the pipeline.");
        }
        if (name.value().isPresent()) {
            String remedy = "write the name that the pipeline has in Buddy, or its number as <pipelineId>.";
            return Texts.required(name, remedy, problems)
                    ? project.map(in -> new PipelineName(in, name.value().get()))
                    : Optional.empty();
        }
        OptionalInt number = number(id, problems);
        return number.isPresent() ? project.map(in -> new Pipeline(in, number.getAsInt())) : Optional.empty();
    }

    private static OptionalInt number(Element id, Problems problems) {
        String remedy = "write the number from the pipeline's address in Buddy (…/pipelines/pipeline/NUMBER),"
                + " <pipelineId>NUMBER</pipelineId> or -Dbuddy.pipelineId=NUMBER.";
        if (id.value().isEmpty()) {
            problems.add(id + " is missing: " + remedy + " Its name as <pipelineName> will do as well.");
            return OptionalInt.empty();
        }
        return WholeNumber.read(id, 1, remedy, problems);
    }
}
