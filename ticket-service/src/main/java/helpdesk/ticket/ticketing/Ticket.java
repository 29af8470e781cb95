package helpdesk.ticket.ticketing;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A request of a customer, from the first word to the last. Each method that changes it returns the event that tells of the
 * change; what changed in detail waits in {@link #takeChanges()} for the history.
 */
@Entity
public class Ticket extends Aggregate {

    /** The highest of the three tiers: supervisors. */
    static final int HIGHEST_TIER = 3;

    @Column(updatable = false)
    private long number;

    @Embedded
    private TicketContent content;

    @Embedded
    private Requester requester;

    @Embedded
    private TicketOrigin origin;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    private Agent assignee;

    private short tier;
    private String resolution;
    private Short satisfactionScore;
    private UUID satisfactionResponseId;
    private int reopenCount;
    private Instant acknowledgedAt;
    private Instant resolvedAt;
    private Instant closedAt;
    private Instant createdAt;
    private Instant updatedAt;
    private long writableSince;

    @Transient
    private List<FieldChange> changes = new ArrayList<>();

    /** For the persistence provider. */
    protected Ticket() {}

    Ticket(
            UUID id,
            long number,
            TicketContent content,
            Requester requester,
            TicketOrigin origin,
            int tier,
            Instant now) {
        super(id);
        this.number = number;
        this.content = content;
        this.requester = requester;
        this.origin = origin;
        this.status = TicketStatus.NEW;
        this.tier = (short) tier;
        this.createdAt = now;
        this.updatedAt = now;
        changes.add(FieldChange.of("status", null, status.wireName()));
    }

    /** What is told of a ticket that was just opened. */
    TicketEvent.Opened opened() {
        boolean followUp = origin.origin() == Origin.FOLLOW_UP;
        return new TicketEvent.Opened(
                head(),
                ContactData.of(requester),
                followUp ? content.description() : null,
                content.tags(),
                origin.origin().wireName(),
                origin.surveyResponseId(),
                createdAt);
    }

    /** Gives the ticket to somebody, or takes it away. A new ticket that somebody gets is open. */
    Optional<TicketEvent> assign(Agent agent, Instant now) {
        requireNotClosed();
        if (Objects.equals(agent, assignee)) {
            return Optional.empty();
        }
        UUID previous = assignee == null ? null : assignee.id();
        written("assigneeId", previous, agent == null ? null : agent.id(), now);
        assignee = agent;
        if (agent != null && status == TicketStatus.NEW) {
            moveTo(TicketStatus.OPEN, now);
        }
        return Optional.of(new TicketEvent.Assigned(head(), AgentData.of(agent), previous, now));
    }

    /** Replaces what the ticket says; nothing happens when it says that already. */
    Optional<TicketEvent> rewrite(TicketContent changed, Instant now) {
        List<FieldChange> differences = content.differencesTo(changed);
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        requireNotClosed();
        differences.forEach(change -> written(change, now));
        content = changed;
        return Optional.of(new TicketEvent.Changed(head(), differences, now));
    }

    /** Puts down how it was, or will be, solved. */
    Optional<TicketEvent> explain(String text, Instant now) {
        if (Objects.equals(resolution, text)) {
            return Optional.empty();
        }
        requireNotClosed();
        FieldChange change = FieldChange.of("resolution", resolution, text);
        written(change, now);
        resolution = text;
        return Optional.of(new TicketEvent.Changed(head(), List.of(change), now));
    }

    /** Moves to another status, as the status machine allows. */
    TicketEvent moveTo(TicketStatus target, String by, Instant now) {
        TicketTransitions.require(this, target);
        return switch (target) {
            case OPEN -> status == TicketStatus.RESOLVED ? reopen(by, now) : change(target, now);
            case RESOLVED -> resolve(now);
            default -> change(target, now);
        };
    }

    /** Ends a resolved ticket for good. By rule only. */
    TicketEvent close(Instant now) {
        moveTo(TicketStatus.CLOSED, now);
        closedAt = now;
        return new TicketEvent.Closed(head(), now);
    }

    /** Hands the ticket to the next tier (practice 13). */
    TicketEvent escalate(String reason, Instant now) {
        requireNotClosed();
        int former = TicketTransitions.requireHigherTier(tier);
        written("tier", former, former + 1, now);
        tier = (short) (former + 1);
        return new TicketEvent.Escalated(head(), former, tier, reason, now);
    }

    /** Something was written on it. */
    TicketEvent commented(UUID comment, String visibility, AuthorData author, Instant now) {
        updatedAt = now;
        learned("comment", null, comment);
        return new TicketEvent.Commented(head(), comment, visibility, author, ContactData.of(requester), now);
    }

    /** The customer knows that we have heard; only the first time counts. */
    Optional<TicketEvent> acknowledge(boolean automatic, Instant now) {
        if (acknowledgedAt != null) {
            return Optional.empty();
        }
        learned("acknowledgedAt", null, now);
        acknowledgedAt = now;
        return Optional.of(new TicketEvent.Acknowledged(head(), automatic, now));
    }

    /** The requester is this customer; nothing happens when that is known. */
    Optional<TicketEvent> identified(UUID customer, String preferredName, Instant now) {
        if (customer.equals(requester.customerId())) {
            return Optional.empty();
        }
        FieldChange change = FieldChange.of("customerId", requester.customerId(), customer);
        changes.add(change);
        requester = requester.identifiedAs(customer, preferredName);
        return Optional.of(new TicketEvent.Changed(head(), List.of(change), now));
    }

    /** The customer said how well we did, from 1 to 10. A later word of the same customer replaces it. */
    TicketEvent rated(int score, UUID response, Instant now) {
        FieldChange change = FieldChange.of("satisfaction", satisfactionScore, score);
        changes.add(change);
        satisfactionScore = (short) score;
        satisfactionResponseId = response;
        updatedAt = now;
        return new TicketEvent.Changed(head(), List.of(change), now);
    }

    /** The changes since the last call, for the history. */
    List<FieldChange> takeChanges() {
        List<FieldChange> taken = changes;
        changes = new ArrayList<>();
        return taken;
    }

    private TicketEvent change(TicketStatus target, Instant now) {
        FieldChange change = moveTo(target, now);
        return new TicketEvent.Changed(head(), List.of(change), now);
    }

    private TicketEvent reopen(String by, Instant now) {
        moveTo(TicketStatus.OPEN, now);
        reopenCount++;
        resolvedAt = null;
        return new TicketEvent.Reopened(head(), by, reopenCount, now);
    }

    private TicketEvent resolve(Instant now) {
        moveTo(TicketStatus.RESOLVED, now);
        resolvedAt = now;
        return new TicketEvent.Resolved(
                head(), ContactData.of(requester), AgentData.of(assignee), resolution, reopenCount, now);
    }

    private FieldChange moveTo(TicketStatus target, Instant now) {
        FieldChange change = FieldChange.of("status", status.wireName(), target.wireName());
        written(change, now);
        status = target;
        return change;
    }

    private void written(String field, Object from, Object to, Instant now) {
        written(FieldChange.of(field, from, to), now);
    }

    private void written(FieldChange change, Instant now) {
        changes.add(change);
        updatedAt = now;
        writableSince = version() + 1;
    }

    private void learned(String field, Object from, Object to) {
        changes.add(FieldChange.of(field, from, to));
    }

    private void requireNotClosed() {
        TicketTransitions.requireNotClosed(status);
    }

    TicketHead head() {
        return new TicketHead(
                id(),
                displayNumber(),
                content.subject(),
                origin.type(),
                origin.channel(),
                content.priority(),
                status,
                origin.language(),
                content.group(),
                tier,
                content.category(),
                requester.customerId(),
                origin.followUpOf());
    }

    /** The number people use, for example {@code HD-1042}. */
    public String displayNumber() {
        return TicketNumber.display(number);
    }

    TicketContent content() {
        return content;
    }

    Requester requester() {
        return requester;
    }

    TicketOrigin origin() {
        return origin;
    }

    public TicketStatus status() {
        return status;
    }

    Agent assignee() {
        return assignee;
    }

    int tier() {
        return tier;
    }

    String resolution() {
        return resolution;
    }

    Short satisfactionScore() {
        return satisfactionScore;
    }

    UUID satisfactionResponseId() {
        return satisfactionResponseId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** The version that last changed what callers can write: see the decision record on writable versions. */
    long writableSince() {
        return writableSince;
    }

    long numberValue() {
        return number;
    }
}
