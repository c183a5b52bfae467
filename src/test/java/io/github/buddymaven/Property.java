package io.github.buddymaven;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test of something that holds for any input. It runs many times, each with {@link RandomValues} of its own for its input.
 * {@code -Dproperty.seed=SEED} runs it once with the seed of a failure, {@code -Dproperty.tries=10000} more often than usual.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(Property.Seeds.class)
@ExtendWith(Property.Replay.class)
@interface Property {
    /** How often it runs unless the command line says otherwise. */
    int tries();

    /** Random seeds, or the one that the command line asks for. */
    final class Seeds extends AnnotationBasedArgumentsProvider<Property> {
        @Override
        protected Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, Property property) {
            Long seed = Long.getLong("property.seed");
            int tries = Integer.getInteger("property.tries", property.tries());
            LongStream seeds = seed == null ? ThreadLocalRandom.current().longs(tries) : LongStream.of(seed);
            return seeds.mapToObj(each -> Arguments.of(Named.of(Long.toString(each), new RandomValues(each))));
        }
    }

    /** Says how to repeat a failure. */
    final class Replay implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
            String test = context.getRequiredTestClass().getSimpleName() + "#"
                    + context.getRequiredTestMethod().getName();
            String seed = context.getDisplayName();
            throw new AssertionError("Replay this with -Dtest=" + test + " -Dproperty.seed=" + seed, failure);
        }
    }
}
