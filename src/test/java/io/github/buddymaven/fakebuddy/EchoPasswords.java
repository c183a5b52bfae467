package io.github.buddymaven.fakebuddy;

/** What an answer shows of an action's password: Buddy's docs do not say, so a client has to cope with each. */
public enum EchoPasswords {
    LEFT_OUT,
    MASKED,
    ECHOED
}
