package io.github.buddymaven.api;

import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.ParameterChecks;
import io.github.buddymaven.validation.Problems;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The pipeline that the POM means: by its number, or by its name, whose number only Buddy knows. */
public sealed interface PipelineRef permits Pipeline, PipelineRef.ByName {
    /** Returns the project of the pipeline. */
    Project project();

    /** Returns the address of the pipeline in the API, for a person to read. */
    String address();

    /** Returns the reference if its parameters are valid; reports what is wrong with them if not. */
    static Optional<PipelineRef> validate(
            Optional<Project> project, @Nullable String pipelineId, @Nullable String pipelineName, Problems problems) {
        Parameter id = Parameter.named("pipelineId", pipelineId);
        Parameter name = Parameter.named("pipelineName", pipelineName);
        if (id.isPresent() && name.isPresent()) {
            problems.add(id + " and " + name + " exclude each other. Keep the one that names the pipeline.");
        }
        if (name.isPresent()) {
            String remedy = "Write the name that the pipeline has in Buddy, or its number as <pipelineId>.";
            return ParameterChecks.required(name, remedy, problems)
                    ? project.map(in -> new ByName(in, name.text()))
                    : Optional.empty();
        }
        OptionalInt number = number(id, problems);
        return number.isPresent() ? project.map(in -> new Pipeline(in, number.getAsInt())) : Optional.empty();
    }

    private static OptionalInt number(Parameter id, Problems problems) {
        String remedy = "Write the number from the pipeline's address in Buddy (…/pipelines/pipeline/NUMBER),"
                + " <pipelineId>NUMBER</pipelineId> or -Dbuddy.pipelineId=NUMBER";
        if (!id.isPresent()) {
            problems.add(id + " is missing. " + remedy + ", or the pipeline's name as <pipelineName>.");
            return OptionalInt.empty();
        }
        return ParameterChecks.wholeNumber(id, 1, remedy + ".", problems);
    }

    /**
     * A pipeline by its name.
     *
     * @param project its project
     * @param name its name, which need not be unique there
     */
    record ByName(Project project, String name) implements PipelineRef {
        @Override
        public String address() {
            return project.pipelinesUri() + "/{number of '" + Parameter.display(name) + "'}";
        }

        /** Returns the pipeline as a person would name it: workspace, project, name. */
        @Override
        public String toString() {
            return project + "/'" + Parameter.display(name) + "'";
        }
    }
}
