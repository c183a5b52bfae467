package io.github.buddymaven.fakebuddy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may do what. The order of Buddy's checks is not documented; nobody should rely on this one. */
final class Access {

    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private volatile String token = FakeBuddy.TOKEN;
    private volatile boolean mayList = true;
    private volatile boolean mayWrite = true;

    void token(String accepted) {
        token = accepted;
    }

    void apiDisabled(String workspace) {
        disabled.add(workspace);
    }

    void mayList(boolean allowed) {
        mayList = allowed;
    }

    void mayWrite(boolean allowed) {
        mayWrite = allowed;
    }

    void checkToken(RecordedRequest request) {
        if (!List.of("Bearer " + token).equals(request.headers().get("Authorization"))) {
            throw new Refusal(401, "Wrong authentication data.");
        }
    }

    void checkApi(String workspace) {
        if (disabled.contains(workspace)) {
            throw new Refusal(400, "API is disabled in this workspace.");
        }
    }

    void checkScope(String method) {
        boolean reads = method.equals("GET");
        if (!(reads ? mayList : mayWrite)) {
            // the scopes' names have changed three times, these are the ones of 2022
            String scope = reads ? "EXECUTION_INFO" : "EXECUTION_MANAGE";
            throw new Refusal(403, "The token lacks the scope " + scope + ".");
        }
    }
}
