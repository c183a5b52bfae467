package io.github.buddymaven.fakebuddy;

import java.util.Optional;

/**
 * What went out and what came back.
 *
 * @param answer the answer as it was meant, even if a fault cut it short; empty where the client got none
 */
public record Exchange(RecordedRequest request, Optional<Answer> answer) {}
