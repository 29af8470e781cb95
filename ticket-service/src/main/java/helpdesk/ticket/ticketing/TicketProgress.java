package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.TicketStatus;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** How far a ticket is, and when it got there. Belongs to its {@link Ticket}, which alone changes it. */
@Embeddable
class TicketProgress {

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    /** Null of a ticket that was closed before this was written down. */
    private Instant statusSince;

    private String resolution;
    private boolean solvedByRequester;
    private int reopenCount;
    private Instant acknowledgedAt;
    private Instant resolvedAt;
    private Instant closedAt;
    private int alarms;
    private int tellings;

    /** The queue that gave the ticket to who has it; null when a person did. */
    private UUID queueId;

    /** For the persistence provider. */
    protected TicketProgress() {}

    /** That of a ticket on which nothing has been done. */
    static TicketProgress none(Instant now) {
        TicketProgress progress = new TicketProgress();
        progress.status = TicketStatus.NEW;
        progress.statusSince = now;
        return progress;
    }

    void enter(TicketStatus target, Instant now) {
        if (status == TicketStatus.RESOLVED && target == TicketStatus.OPEN) {
            reopenCount++;
            resolvedAt = null;
            solvedByRequester = false;
        }
        if (target == TicketStatus.RESOLVED) {
            resolvedAt = now;
        }
        if (target == TicketStatus.CLOSED) {
            closedAt = now;
        }
        status = target;
        stands(now);
    }

    /** Stands again where it stood before it was merged into another. */
    void restore(TicketStatus former, Instant now) {
        status = former;
        stands(now);
        closedAt = null;
    }

    /** Two moves at once are at two times, so that each is written. */
    private void stands(Instant now) {
        boolean isLater = statusSince == null || now.isAfter(statusSince);
        statusSince = isLater ? now : statusSince.plus(1, ChronoUnit.MICROS);
    }

    void solvedByRequester() {
        solvedByRequester = true;
    }

    void explain(String text) {
        resolution = text;
    }

    void acknowledge(Instant now) {
        acknowledgedAt = now;
    }

    /** A clock has told that time is short, or has run out. */
    void alarm() {
        alarms++;
    }

    /** Somebody was told something by a rule, which changes nothing else. */
    void tell() {
        tellings++;
    }

    void routedBy(UUID queue) {
        queueId = queue;
    }

    TicketStatus status() {
        return status;
    }

    /** Since when it stands so, as far as that is known. */
    Optional<Instant> statusSince() {
        return Optional.ofNullable(statusSince);
    }

    /** How it was, or will be, solved; null while nobody has said. */
    String resolution() {
        return resolution;
    }

    /** Whether the requester found the answer, so that nobody here need have had the ticket. */
    boolean isSolvedByRequester() {
        return solvedByRequester;
    }

    int reopenCount() {
        return reopenCount;
    }

    boolean isAcknowledged() {
        return acknowledgedAt != null;
    }
}
