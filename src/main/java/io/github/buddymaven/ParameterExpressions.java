package io.github.buddymaven;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.VariableValidator;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.Problems;
import io.github.buddymaven.validation.UnresolvedExpressions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Checks the <code>${…}</code> in the configuration of an execution. Maven drops an expression that it does not know, so it is
 * refused. A variable of Buddy, <code>${BUDDY_…}</code>, is refused in all that describes the action and in variables, also if Maven
 * has put in the value of this one run: then the POM files show it.
 */
final class ParameterExpressions {
    private static final Set<String> SECRETS = Set.of("password", "passphrase", "login");

    private final MavenBuild build;
    private final PomExpressions pom;

    private ParameterExpressions(MavenBuild build) {
        this.build = build;
        this.pom = new PomExpressions(build);
    }

    static void check(MavenBuild build, Problems problems) {
        ParameterExpressions expressions = new ParameterExpressions(build);
        for (Xpp3Dom parameter : build.execution().getConfiguration().getChildren()) {
            expressions.checkParameter(parameter, problems);
        }
    }

    private void checkParameter(Xpp3Dom parameter, Problems problems) {
        String name = parameter.getName();
        if (name.equals(Field.VARIABLES.parameter()) || name.equals(Field.TRIGGER_CONDITIONS.parameter())) {
            String item = name.equals(Field.VARIABLES.parameter()) ? "Variable " : "Condition ";
            for (int index = 0; index < parameter.getChildCount(); index++) {
                check(parameter.getChild(index), name, problems.in(item + (index + 1) + " of <" + name + ">"));
            }
        } else {
            check(parameter, name, problems);
        }
    }

    private void check(Xpp3Dom element, String parameter, Problems problems) {
        for (Xpp3Dom child : element.getChildren()) {
            if (!isSecret(child, element)) {
                check(child, parameter, problems);
            }
        }
        String text = element.getValue();
        if (text != null && element.getChildCount() == 0) {
            checkText(element.getName(), text, parameter, problems);
        }
    }

    /** A secret in the POM is refused anyway, and nothing of it must be shown. */
    private boolean isSecret(Xpp3Dom child, Xpp3Dom parent) {
        String name = PushActionConfigReader.parameterName(child.getName());
        return SECRETS.contains(name)
                || (name.equals("value")
                        && VariableValidator.hasSecretValue(new PushActionConfigReader(build).object(parent)));
    }

    private void checkText(String element, String text, String parameter, Problems problems) {
        boolean sent = Field.isParameter(parameter);
        String property = "buddy." + parameter;
        Optional<String> written = text.equals("${" + property + "}") ? build.property(property) : Optional.of(text);
        if (written.isPresent() && written.get().contains("${")) {
            checkNames(element, written.get(), sent, problems);
        } else if (sent && written.isPresent()) {
            Optional<PomExpressions.Variable> variable = pom.variableThatGave(parameter, text);
            if (variable.isPresent()) {
                UnresolvedExpressions.reportBuddyVariable(
                        display(element, variable.get().written()),
                        variable.get().name(),
                        problems);
            }
        }
    }

    private void checkNames(String element, String text, boolean sent, Problems problems) {
        List<String> names = UnresolvedExpressions.namesIn(text);
        for (String name : names) {
            if (sent && UnresolvedExpressions.isBuddyVariable(name)) {
                UnresolvedExpressions.reportBuddyVariable(display(element, text), name, problems);
            } else if (build.evaluate("${" + name + "}").isEmpty()) {
                UnresolvedExpressions.reportUnknown(display(element, text), name, sent, problems);
            }
        }
    }

    private static Parameter display(String element, String text) {
        String name = PushActionConfigReader.parameterName(element);
        boolean mayBeSecret = name.equals("value") || SECRETS.contains(name);
        return Parameter.named(element, mayBeSecret ? null : text);
    }
}
