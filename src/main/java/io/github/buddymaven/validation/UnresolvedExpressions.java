package io.github.buddymaven.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Reports <code>${…}</code> that Maven cannot or must not fill in. Such an expression is Maven's: it drops one that it does
 * not know, or writes {@code null} in its place. Variables of Buddy are written {@code $NAME}.
 */
public final class UnresolvedExpressions {
    private static final String OF_BUDDY = "BUDDY_";

    private UnresolvedExpressions() {}

    /** Returns the names of the expressions in a text; <code>$${name}</code> is escaped for Maven and is none. */
    public static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
            int end = text.indexOf('}', start);
            boolean escaped = start > 0 && text.charAt(start - 1) == '$';
            if (end >= 0 && !escaped) {
                names.add(text.substring(start + 2, end));
            }
        }
        return names;
    }

    /** Returns whether a name is that of a variable which Buddy sets in its runs. */
    public static boolean isBuddyVariable(String name) {
        return name.startsWith(OF_BUDDY);
    }

    /**
     * Reports an expression that this build does not define.
     *
     * @param parameter with the text to show
     * @param name the name of the expression
     * @param sentToBuddy whether the parameter is one of the action, in which Buddy fills in its own variables
     */
    public static void reportUnknown(Parameter parameter, String name, boolean sentToBuddy, Problems problems) {
        String unknown = parameter + " contains ${" + Parameter.display(name) + "}, which this build does not define.";
        boolean mayBeVariable = name.matches("[A-Za-z_][A-Za-z0-9_]*");
        if (sentToBuddy && mayBeVariable) {
            problems.add(
                    unknown + " Write $" + name + ", without braces, for a variable of Buddy, or define the property.");
        } else {
            problems.add(unknown + " Define the property, or correct its name.");
        }
    }

    /** Reports a variable of Buddy with braces, which Maven would replace with the value of this one run. */
    public static void reportBuddyVariable(Parameter parameter, String name, Problems problems) {
        problems.add(parameter + " contains ${" + Parameter.display(name)
                + "}, which Maven replaces with the value of this one run." + " Write $" + Parameter.display(name)
                + ", without braces, or ${env." + Parameter.display(name) + "} if you mean the value of this run.");
    }
}
