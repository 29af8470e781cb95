package helpdesk.ticket.ticketing;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.servicelevel.ServiceLevels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What tickets learn from other services. Called by consumers, in their transaction. */
@ApplicationScoped
public class TicketLearning {

    private final TicketRepository tickets;
    private final FollowUpOpening followUps;
    private final TicketJournal journal;
    private final ServiceLevels serviceLevels;
    private final SearchDocuments documents;
    private final ErasedSubjects erased;
    private final Clock clock;

    TicketLearning(
            TicketRepository tickets,
            FollowUpOpening followUps,
            TicketJournal journal,
            ServiceLevels serviceLevels,
            SearchDocuments documents,
            ErasedSubjects erased,
            Clock clock) {
        this.tickets = tickets;
        this.followUps = followUps;
        this.journal = journal;
        this.serviceLevels = serviceLevels;
        this.documents = documents;
        this.erased = erased;
        this.clock = clock;
    }

    /** Holds the tickets that are about to learn something. Consumers that each take many of them do so first of all. */
    public void hold(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            tickets.lockAll(ids);
        }
    }

    /** The requester of the ticket is this customer, by the profile that was named. */
    public void identified(UUID id, UUID customer, UUID named, String name, String preferredName) {
        Ticket ticket = locked(id);
        String formerWords = ticket.requester().words();
        tell(ticket, ticket.identified(customer, named, name, preferredName, clock.instant()));
        if (!ticket.requester().words().equals(formerWords)) {
            documents.append(id, name, preferredName);
        }
    }

    /** An automatic acknowledgement has reached the customer. */
    public void acknowledgedByMessage(UUID id) {
        Ticket ticket = locked(id);
        Instant now = clock.instant();
        Optional<TicketEvent> acknowledged = ticket.acknowledge(true, now);
        if (acknowledged.isPresent()) {
            serviceLevels.acknowledged(TicketFacts.situation(ticket), now, true);
        }
        tell(ticket, acknowledged);
    }

    /** The customer rated our work on the ticket, or has changed their mind about it. */
    public void rated(UUID id, Rating rating) {
        Ticket ticket = locked(id);
        tell(ticket, ticket.rated(rating, clock.instant()));
    }

    /** An unhappy answer about a ticket becomes a ticket of its own, once, however often it is reported. */
    public void followUp(UUID id, String story, UUID response) {
        Ticket ticket = locked(id);
        if (!tickets.followsUp(response) && !erased.contains(id)) {
            followUps.complaint(ticket, story, response);
        }
    }

    /** The same, of an answer about something else; nothing happens where there is nobody to answer. */
    public void followUp(UnhappyAnswer answer) {
        if (answer.isOfSomebody() && !tickets.followsUp(answer.response()) && !isErased(answer)) {
            followUps.complaint(answer);
        }
    }

    private boolean isErased(UnhappyAnswer answer) {
        return answer.customer() != null
                && !erased.among(List.of(answer.customer(), answer.named())).isEmpty();
    }

    private Ticket locked(UUID id) {
        return tickets.lock(id).orElseThrow(() -> new PoisonException("There is no ticket " + id));
    }

    private void tell(Ticket ticket, Optional<TicketEvent> event) {
        event.ifPresent(told -> journal.tell(ticket, told));
    }
}
