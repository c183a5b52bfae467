package io.github.buddymaven;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.secret.Redactor;
import io.github.buddymaven.settings.ServerCredentials.ApiToken;
import io.github.buddymaven.validation.Parameter;
import io.github.buddymaven.validation.Problems;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds the goal's own token in the configuration, such as <code>${env.BUDDY_TOKEN}</code> as the value of a variable: Buddy would
 * store it where others read it. From then on no problem shows it.
 */
final class ParameterTokens {
    private final MavenBuild build;
    private final Redactor redactor;

    private ParameterTokens(MavenBuild build, Redactor redactor) {
        this.build = build;
        this.redactor = redactor;
    }

    /** @param serverId the server of settings.xml that may have the token */
    static void check(MavenBuild build, String serverId, Problems problems) {
        Optional<ApiToken> token = build.credentials().token(serverId);
        if (token.isEmpty()) {
            return; // a missing token is reported when it is needed
        }
        Redactor redactor = Redactor.of(List.of(token.get().value()));
        ParameterTokens tokens = new ParameterTokens(build, redactor);
        for (Xpp3Dom parameter : build.execution().getConfiguration().getChildren()) {
            tokens.checkParameter(parameter, problems);
        }
    }

    private void checkParameter(Xpp3Dom parameter, Problems problems) {
        String name = parameter.getName();
        if (name.equals(Field.VARIABLES.parameter()) || name.equals(Field.TRIGGER_CONDITIONS.parameter())) {
            String item = name.equals(Field.VARIABLES.parameter()) ? "Variable " : "Condition ";
            for (int index = 0; index < parameter.getChildCount(); index++) {
                check(parameter.getChild(index), problems.in(item + (index + 1) + " of <" + name + ">"), problems);
            }
        } else {
            check(parameter, problems, problems);
        }
    }

    private void check(Xpp3Dom element, Problems here, Problems all) {
        for (Xpp3Dom child : element.getChildren()) {
            check(child, here, all);
        }
        String written = element.getValue();
        if (written != null && redactor.containsSecret(build.evaluate(written).orElse(""))) {
            all.hide(redactor::redact);
            here.add("<" + Parameter.display(element.getName())
                    + "> contains the token that this goal uses for Buddy. Remove it; if the pipeline needs a token, create"
                    + " another one in Buddy, and send it as a variable with <serverId>.");
        }
    }
}
