package io.github.buddymaven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Authenticator;
import org.apache.maven.plugin.Mojo;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Imports run one way, and each outside library is known in one place. */
class StructureTest {
    private static final String ROOT = "io.github.buddymaven";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void validationAndSecretsKnowNothingElse() {
        onlyImports("validation");
        onlyImports("secret");
    }

    @Test
    void theActionAndTheTransportKnowNothingAboveThem() {
        onlyImports("action", "validation", "secret");
        onlyImports("http", "secret");
    }

    @Test
    void theApiKnowsNothingOfPlansAndTexts() {
        onlyImports("api", "action", "http", "validation", "secret");
    }

    @Test
    void reconcilingKnowsNothingOfMavenAndTexts() {
        onlyImports("reconcile", "api", "action", "http", "validation", "secret");
    }

    @Test
    void runningKnowsNothingOfMavenAndTexts() {
        onlyImports("run", "reconcile", "api", "action", "http", "validation", "secret");
    }

    @Test
    void settingsAreBesideReconciling() {
        onlyImports("settings", "http", "validation", "secret");
    }

    @Test
    void reportsKnowNothingOfMaven() {
        onlyImports("report", "run", "reconcile", "api", "action", "http", "validation", "secret");
    }

    @Test
    void eachLibraryIsKnownInItsPlaces() {
        isKnownOnlyIn("com.fasterxml.jackson.core..", "api");
        isKnownOnlyIn("com.fasterxml.jackson.databind..", "api", "action", "reconcile", "run", "report", "");
        isKnownOnlyIn("org.apache.hc..", "http");
        isKnownOnlyIn("org.apache.maven..", "settings", "help", "");
    }

    @Test
    void onlyGoalsLog() {
        noClasses()
                .that()
                .areNotAssignableTo(Mojo.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.maven.plugin.logging.Log")
                .orShould()
                .dependOnClassesThat(resideInAPackage("org.slf4j.."))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void nothingTouchesTheJvmOfOthers() {
        noClasses()
                .should()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(Authenticator.class, "setDefault", Authenticator.class)
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCircles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhyItExists() {
        JavaPackage root = CLASSES.getPackage(ROOT);
        assertThat(root.getSubpackagesInTree())
                .filteredOn(found -> !found.getClasses().isEmpty())
                .filteredOn(found -> !found.getName().endsWith(".help"))
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
        assertThat(root.isAnnotatedWith(NullMarked.class)).isTrue();
    }

    private static void onlyImports(String from, String... to) {
        String[] allowed = new String[to.length + 1];
        allowed[0] = ROOT + "." + from;
        for (int i = 0; i < to.length; i++) {
            allowed[i + 1] = ROOT + "." + to[i];
        }
        classes()
                .that()
                .resideInAPackage(ROOT + "." + from)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + ".."))))
                .check(CLASSES);
    }

    private static void isKnownOnlyIn(String library, String... places) {
        String[] allowed = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            allowed[i] = places[i].isEmpty() ? ROOT : ROOT + "." + places[i];
        }
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
    }
}
