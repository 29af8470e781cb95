package helpdesk.customer.note;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Notes that this service itself pins, for whoever answers a customer next. */
@ApplicationScoped
public class PinnedNotes {

    private final Notes notes;
    private final Clock clock;

    PinnedNotes(Notes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** Pins it until somebody takes it down. */
    public void pin(UUID customer, String body, Actor author) {
        notes.persist(new CustomerNote(
                Ids.next(), customer, new NoteBody(body, true), author.toString(), null, clock.instant()));
    }
}
