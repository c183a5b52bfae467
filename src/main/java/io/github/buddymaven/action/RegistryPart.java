package io.github.buddymaven.action;

import java.util.Locale;

/** What says where a registry is and how Buddy logs in there. */
enum RegistryPart {
    INTEGRATION("the one that your Buddy workspace has for it"),
    REGION("the AWS region, such as us-east-1"),
    REGISTRY("the host of the registry"),
    REGISTRY_SERVER_ID("the id of a <server> of settings.xml with the user name and password of the registry"),
    ARTIFACT("the artifact of Buddy that the image goes to");

    private final String meaning;

    RegistryPart(String meaning) {
        this.meaning = meaning;
    }

    String element() {
        return "<" + Spelling.parameter(name().toLowerCase(Locale.ROOT)) + ">";
    }

    /** The element as the POM has it. */
    String shown(PushActionDraft draft) {
        return switch (this) {
            case INTEGRATION -> element();
            case REGION -> draft.element(Field.REGION).toString();
            case REGISTRY -> draft.element(Field.REGISTRY).toString();
            case REGISTRY_SERVER_ID -> draft.registryServerId().toString();
            case ARTIFACT -> draft.element(Field.ARTIFACT).toString();
        };
    }

    String meaning() {
        return meaning;
    }

    boolean isIn(PushActionDraft draft) {
        return switch (this) {
            case INTEGRATION -> draft.hasIntegration();
            case REGION -> draft.text(Field.REGION).isPresent();
            case REGISTRY -> draft.text(Field.REGISTRY).isPresent();
            case REGISTRY_SERVER_ID -> draft.registryServerId().value().isPresent();
            case ARTIFACT -> draft.text(Field.ARTIFACT).isPresent();
        };
    }
}
