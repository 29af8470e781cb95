package helpdesk.customer.privacy;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * That somebody is forgotten (GDPR article 17), step by step: all services are asked, what was under way arrives, all are asked
 * once more, and the topics are cleared.
 */
@Entity
public class Erasure extends Aggregate {

    /** GDPR article 12: without undue delay, and within a month. */
    static final Duration TIME_LIMIT = Duration.ofDays(30);

    /** Who has not answered after that time is asked again: the broker may have lost the question. */
    static final Duration PATIENCE = Duration.ofHours(6);

    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private ErasureState state;

    private int round;
    private boolean drained;

    @JdbcTypeCode(SqlTypes.JSON)
    private Traces traces;

    @JdbcTypeCode(SqlTypes.JSON)
    private Receipts receipts;

    @JdbcTypeCode(SqlTypes.JSON)
    private TopicEnds ends;

    private String reason;
    private String requestedBy;
    private Instant requestedAt;
    private Instant askedAt;
    private Instant dueAt;
    private Instant lookAt;
    private Instant finishedAt;

    /** For the persistence provider. */
    protected Erasure() {}

    Erasure(UUID id, UUID customerId, Traces traces, String reason, Actor by, Instant now) {
        super(id);
        this.customerId = customerId;
        this.state = ErasureState.ERASING;
        this.round = 1;
        this.traces = traces;
        this.receipts = Receipts.NONE;
        this.ends = TopicEnds.NONE;
        this.reason = reason == null ? null : reason.strip();
        this.requestedBy = by.toString();
        this.requestedAt = now;
        this.askedAt = now;
        this.dueAt = now.plus(TIME_LIMIT);
        this.lookAt = now;
    }

    /** What everybody is asked. */
    ErasureEvent.Requested question() {
        List<UUID> former = traces.subjects().stream()
                .filter(subject -> !subject.equals(customerId))
                .toList();
        return new ErasureEvent.Requested(
                customerId, id(), round, former, traces.names(), traces.contacts(), requestedAt, dueAt);
    }

    /** A service has answered. One that comes after the end changes nothing. */
    void receive(Receipt receipt) {
        if (state != ErasureState.DONE) {
            receipts = receipts.with(receipt);
        }
    }

    /** These tickets are the person's, too; all that are known. */
    List<UUID> include(List<UUID> tickets) {
        if (traces == null) {
            return tickets;
        }
        traces = traces.including(tickets);
        return traces.tickets();
    }

    /** Whether all have answered the round. */
    boolean isAnswered() {
        return receipts.missing(round).isEmpty();
    }

    boolean isUnansweredAt(Instant now) {
        return !isAnswered() && !now.isBefore(askedAt.plus(PATIENCE));
    }

    /** What is on the topics now has to arrive before all are asked again. */
    void drain(TopicEnds now) {
        state = ErasureState.DRAINING;
        ends = now;
    }

    /** Everything that was under way has arrived: all are asked once more. */
    ErasureEvent.Requested askOnceMore(Instant now) {
        drained = true;
        return askAgain(now);
    }

    /** All are asked again. */
    ErasureEvent.Requested askAgain(Instant now) {
        state = ErasureState.ERASING;
        round++;
        askedAt = now;
        ends = TopicEnds.NONE;
        return question();
    }

    /** What is on the topics up to there is cleared of the person. */
    void clear(TopicEnds now) {
        state = ErasureState.CLEARING;
        ends = now;
    }

    /** Nothing is left. What to look for is forgotten itself. */
    ErasureEvent.Erased finish(Instant now) {
        state = ErasureState.DONE;
        traces = null;
        ends = TopicEnds.NONE;
        finishedAt = now;
        return new ErasureEvent.Erased(customerId, id(), now);
    }

    /** A backup brought back what was erased: it begins again, with what is known without it. */
    ErasureEvent.Requested repeat(Traces known, Instant now) {
        traces = known;
        finishedAt = null;
        drained = false;
        dueAt = now.plus(TIME_LIMIT);
        return askAgain(now);
    }

    boolean isToBeLookedAtAfter(Instant time) {
        return lookAt.isAfter(time);
    }

    void lookAgainAt(Instant time) {
        lookAt = time;
    }

    UUID customerId() {
        return customerId;
    }

    ErasureState state() {
        return state;
    }

    boolean isDrained() {
        return drained;
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<Traces> traces() {
        return Optional.ofNullable(traces);
    }

    TopicEnds ends() {
        return ends;
    }

    ErasureView viewAt(Instant now) {
        boolean done = state == ErasureState.DONE;
        return new ErasureView(
                id(),
                customerId,
                state,
                round,
                receipts.items(),
                done ? List.of() : receipts.missing(round),
                reason,
                requestedBy,
                requestedAt,
                dueAt,
                !done && now.isAfter(dueAt),
                finishedAt,
                version());
    }
}
