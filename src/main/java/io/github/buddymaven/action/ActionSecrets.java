package io.github.buddymaven.action;

import io.github.buddymaven.secret.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that go with an action.
 *
 * @param registry the login of its private registry
 * @param byServer the secrets of its variables, by the servers that hold them
 */
public record ActionSecrets(Optional<RegistryLogin> registry, Map<String, Secret> byServer) {
    public ActionSecrets {
        byServer = Map.copyOf(byServer);
    }

    /** What a dry run shows on a machine that need not have the secrets. */
    public static ActionSecrets unknown(boolean registry) {
        return new ActionSecrets(
                registry ? Optional.of(new RegistryLogin(Secret.MASK, Secret.of(Secret.MASK))) : Optional.empty(),
                Map.of());
    }

    /** All of them, to be kept out of others' texts. */
    public Collection<Secret> all() {
        List<Secret> all = new ArrayList<>(byServer.values());
        if (registry.isPresent()) {
            all.add(registry.get().password());
        }
        return all;
    }
}
