package io.github.buddymaven.fakebuddy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to come, counted down as requests meet them. */
final class Faults {

    private final List<Fault> queue = new ArrayList<>();

    synchronized void add(Fault fault) {
        queue.add(fault);
    }

    synchronized void clear() {
        queue.clear();
    }

    synchronized Optional<Fault> next(RecordedRequest request) {
        for (int index = 0; index < queue.size(); index++) {
            Fault fault = queue.get(index);
            if (fault.concerns(request)) {
                use(index, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void use(int index, Fault fault) {
        if (fault.times() > 1) {
            queue.set(index, fault.times(fault.times() - 1));
        } else {
            queue.remove(index);
        }
    }
}
