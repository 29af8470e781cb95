package helpdesk.gateway.log;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Puts events into the form in which they are kept: what is told of somebody who is erased loses its data. */
@ApplicationScoped
class Envelopes {

    private final ErasedSubjects subjects;

    Envelopes(ErasedSubjects subjects) {
        this.subjects = subjects;
    }

    /** In their order; one look-up for all of them. What an event links to somebody who is erased counts as theirs from now on. */
    String[] of(List<IncomingEvent> events) {
        List<AboutWhom> about = events.stream().map(AboutWhom::of).toList();
        Set<UUID> erased = new HashSet<>(
                subjects.among(about.stream().flatMap(AboutWhom::ids).distinct().toList()));
        List<UUID> fresh = new ArrayList<>();
        String[] envelopes = new String[events.size()];
        for (int i = 0; i < envelopes.length; i++) {
            if (about.get(i).isAny(erased)) {
                envelopes[i] = Envelope.erased(events.get(i));
                about.get(i).linked(erased).filter(erased::add).forEach(fresh::add);
            } else {
                envelopes[i] = Envelope.of(events.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            subjects.add(fresh);
        }
        return envelopes;
    }
}
