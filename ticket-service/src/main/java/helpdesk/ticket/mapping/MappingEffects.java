package helpdesk.ticket.mapping;

import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.MappingRefusal;
import helpdesk.platform.mapping.Sha256;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.mapping.MappingKeys.Known;
import helpdesk.ticket.mapping.MappingKeys.MappingKey;
import helpdesk.ticket.ticketing.ReportedTickets;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketOpening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Does what a mapping says of an event: opens a ticket, notes on it that it was told again, or solves it. */
@ApplicationScoped
class MappingEffects {

    /** What is told without end is read by nobody. */
    static final int MOST_NOTES = 100;

    private final TicketPlans plans;
    private final MappingKeys keys;
    private final TicketOpening opening;
    private final ReportedTickets tickets;
    private final ConversationService conversation;
    private final Clock clock;

    MappingEffects(
            TicketPlans plans,
            MappingKeys keys,
            TicketOpening opening,
            ReportedTickets tickets,
            ConversationService conversation,
            Clock clock) {
        this.plans = plans;
        this.keys = keys;
        this.opening = opening;
        this.tickets = tickets;
        this.conversation = conversation;
        this.clock = clock;
    }

    /** The key of this event. */
    static MappingKey key(ActiveMapping mapping, EventDocument event) {
        return new MappingKey(mapping.id(), Sha256.of(TicketPlans.key(mapping.body(), event)));
    }

    /**
     * Does it, in the transaction at hand. Events may overtake each other: what happened before that of which was told already is old news.
     *
     * @throws MappingRefusal before anything was done, when it cannot be done
     */
    void apply(ActiveMapping mapping, EventDocument event, Instant time) {
        MappingKey key = key(mapping, event);
        Optional<Known> known = keys.find(key);
        Instant now = clock.instant();
        // A clock that is fast elsewhere must not make all that comes later old news.
        Instant happened = (time.isAfter(now) ? now : time).truncatedTo(ChronoUnit.MICROS);
        if (known.isPresent() && happened.isBefore(known.get().toldAt())) {
            return;
        }
        switch (mapping.body().turn(event).orElseThrow()) {
            case OPENS -> tell(mapping, event, key, known, happened);
            case CLEARS -> clear(mapping, event, key, known, happened);
        }
        // What fails only when it is written fails here, and is this mapping's fault.
        tickets.flush();
    }

    private void tell(
            ActiveMapping mapping, EventDocument event, MappingKey key, Optional<Known> known, Instant happened) {
        Optional<Ticket> unsolved = known.map(Known::ticket).flatMap(tickets::unsolved);
        if (unsolved.isEmpty()) {
            Ticket ticket = opening.openByEvent(plans.ticket(mapping, event));
            // The key refers to it.
            tickets.flush();
            keys.tell(key, new Known(ticket.id(), 0, happened));
            return;
        }
        int notes = known.orElseThrow().notes();
        if (mapping.body().again() != null && notes < MOST_NOTES) {
            note(unsolved.get(), mapping, TicketPlans.text(mapping.body().again(), event));
            notes++;
        }
        keys.tell(key, new Known(known.orElseThrow().ticket(), notes, happened));
    }

    /** A ticket that goes on in another is one matter of several there: people see whether all are over. */
    private void clear(
            ActiveMapping mapping, EventDocument event, MappingKey key, Optional<Known> known, Instant happened) {
        Optional<Ticket> unsolved = known.map(Known::ticket).flatMap(tickets::unsolved);
        String resolution = TicketPlans.resolution(mapping.body().clear(), event);
        unsolved.ifPresent(ticket -> {
            if (ticket.id().equals(known.orElseThrow().ticket())) {
                tickets.over(ticket, resolution);
            } else {
                note(ticket, mapping, resolution);
            }
        });
        keys.tell(
                key,
                new Known(
                        known.map(Known::ticket).orElse(null),
                        known.map(Known::notes).orElse(0),
                        happened));
    }

    private void note(Ticket ticket, ActiveMapping mapping, String text) {
        if (!text.isBlank()) {
            conversation.note(ticket.id().toString(), text, mapping.body().name());
        }
    }
}
