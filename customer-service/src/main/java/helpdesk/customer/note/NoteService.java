package helpdesk.customer.note;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps notes. */
@ApplicationScoped
@Transactional
class NoteService {

    private final Notes notes;
    private final CustomerRepository customers;
    private final CurrentActor actor;
    private final Patcher patcher;
    private final Clock clock;

    NoteService(Notes notes, CustomerRepository customers, CurrentActor actor, Patcher patcher, Clock clock) {
        this.notes = notes;
        this.customers = customers;
        this.actor = actor;
        this.patcher = patcher;
        this.clock = clock;
    }

    CustomerNote create(UUID customer, NoteBody body) {
        CustomerNote note = new CustomerNote(
                Ids.next(),
                customers.require(customer).id(),
                body,
                actor.get().toString(),
                actor.name(),
                clock.instant());
        notes.persistAndFlush(note);
        return note;
    }

    CustomerNote change(UUID customer, UUID id, IfMatch seen, MergePatch patch) {
        CustomerNote note = require(customer, id);
        seen.require(note.version());
        NoteBody former = note.writable();
        NoteBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            note.write(changed, clock.instant());
            notes.flush();
        }
        return note;
    }

    void delete(UUID customer, UUID id, IfMatch seen) {
        CustomerNote note = require(customer, id);
        seen.require(note.version());
        notes.delete(note);
    }

    /**
     * The note.
     *
     * @throws helpdesk.platform.problem.Problem {@code note-not-found}, also when it is another customer's
     */
    CustomerNote require(UUID customer, UUID id) {
        return notes.findByIdOptional(id)
                .filter(note -> note.customerId().equals(customer))
                .orElseThrow(() -> CustomerProblem.NOTE_NOT_FOUND.problem("Check both ids."));
    }
}
