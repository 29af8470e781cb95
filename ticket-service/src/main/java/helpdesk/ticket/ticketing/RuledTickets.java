package helpdesk.ticket.ticketing;

import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.condition.Moment;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.history.PastChange;
import helpdesk.ticket.history.TicketHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What rules see of tickets, and do with them. Whoever calls it is in a transaction. */
@ApplicationScoped
public class RuledTickets {

    /** Above it there is none. */
    public static final int HIGHEST_TIER = Ticket.HIGHEST_TIER;

    private static final int MOST_RECIPIENTS = 50;

    private final TicketRepository tickets;
    private final AgentRepository agents;
    private final TicketService service;
    private final TicketEscalation escalation;
    private final TicketHistory history;
    private final TicketJournal journal;
    private final Clock clock;

    RuledTickets(
            TicketRepository tickets,
            AgentRepository agents,
            TicketService service,
            TicketEscalation escalation,
            TicketHistory history,
            TicketJournal journal,
            Clock clock) {
        this.tickets = tickets;
        this.agents = agents;
        this.service = service;
        this.escalation = escalation;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
    }

    /** The ticket, held against other writers until the end of the transaction, when nobody else holds it right now. */
    public Optional<Ticket> holdFree(UUID id) {
        return tickets.lockFree(List.of(id)).stream().findFirst();
    }

    /** The tickets with these ids, as they stand, in no order. */
    public List<Ticket> look(Collection<UUID> ids) {
        return tickets.withAssignees(ids);
    }

    /** The latest tickets that were opened in a period, the newest first. */
    public List<Ticket> latest(Instant after, Instant before, int limit) {
        return tickets.openedBetween(after, before, limit);
    }

    /** The latest change that says since when something is so; nothing of what is so since the ticket was opened. */
    public Optional<PastChange> origin(Ticket ticket, Moment moment) {
        return switch (moment) {
            case OPENED -> Optional.empty();
            case STATUS -> history.latest(ticket.id(), "status");
            case UPDATED -> history.latestUpdate(ticket.id());
        };
    }

    /** What conditions can be about, with what has changed just now. */
    public Facts facts(Ticket ticket, List<FieldChange> changes) {
        return TicketFacts.of(ticket, changes, clock.instant());
    }

    /** When something of a ticket began. */
    public Instant since(Ticket ticket, Moment moment) {
        return TicketFacts.since(ticket, moment);
    }

    /** Changes a ticket that is held, as somebody who works with it could. */
    public void change(Ticket ticket, UnaryOperator<TicketPatch> change) {
        service.change(ticket, change);
    }

    /** Whether there is nobody more experienced. */
    public boolean isWithHighestTier(Ticket ticket) {
        return ticket.tier() >= HIGHEST_TIER;
    }

    /** Hands a ticket that is held to the next tier. */
    public void escalate(Ticket ticket, String reason) {
        escalation.escalate(ticket, reason, clock.instant());
    }

    /** Has somebody told something; nothing happens when there is nobody to tell. */
    public void tell(Ticket ticket, Set<Audience> audiences, List<String> emails, String subject, String body) {
        List<NoticeRecipient> recipients = Stream.concat(
                        emails.stream().map(NoticeRecipient::at),
                        audiences.stream().sorted().flatMap(audience -> recipients(ticket, audience)))
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
        if (!recipients.isEmpty()) {
            journal.tell(ticket, ticket.noticed(new Notice(recipients, subject, body), clock.instant()));
        }
    }

    /** Writes what has not been written yet. */
    public void flush() {
        tickets.flush();
    }

    /** Tells other systems. */
    public void signal(Ticket ticket, String signal) {
        journal.tell(ticket, ticket.signalled(signal, clock.instant()));
    }

    /** Tells one other system. */
    public void tellWebhook(Ticket ticket, UUID webhook) {
        journal.tell(ticket, ticket.toldWebhook(webhook, clock.instant()));
    }

    private Stream<NoticeRecipient> recipients(Ticket ticket, Audience audience) {
        return switch (audience) {
            case REQUESTER -> Stream.of(NoticeRecipient.of(ticket.requester()));
            case ASSIGNEE -> Stream.ofNullable(ticket.assignee()).map(NoticeRecipient::of);
            case FOLLOWERS ->
                agents.active(ticket.relations().followerIds()).stream().map(NoticeRecipient::of);
            case GROUP ->
                agents.ofGroup(ticket.content().group(), MOST_RECIPIENTS).stream()
                        .map(NoticeRecipient::of);
        };
    }
}
