package helpdesk.customer.lapse;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** That somebody stayed away, and whether they came back. */
@Entity
class Lapse extends Aggregate {

    private UUID customerId;
    private UUID ruleId;

    @Enumerated(EnumType.STRING)
    private LapseSign because;

    private String cause;
    private String what;
    private LocalDate lastOn;
    private Instant lastAt;
    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    private LapseState state;

    private Instant lapsedAt;
    private Instant wonBackUntil;
    private Instant endedAt;

    /** For the persistence provider. */
    protected Lapse() {}

    Lapse(UUID id, UUID customerId, LapseRule rule, Standing.Absence absence, Instant now) {
        super(id);
        this.customerId = customerId;
        ruleId = rule.id();
        LapseRuleBody body = rule.writable();
        because = body.sign();
        wonBackUntil = now.plus(Duration.ofDays(body.wonBackDays()));
        cause = absence.cause();
        what = absence.what();
        lastOn = absence.lastOn();
        lastAt = absence.lastAt();
        state = LapseState.OPEN;
        lapsedAt = now;
    }

    /** Tells that they stay away. */
    LapseEvent.Lapsed lapsed(LapseRuleBody rule, String name, UUID owner) {
        return new LapseEvent.Lapsed(
                customerId,
                id(),
                ruleId,
                rule.name(),
                because,
                what,
                lastOn,
                name,
                owner,
                rule.group(),
                rule.tell(),
                lapsedAt);
    }

    /** They are back: in time, or too late to count as won back; only the former is told. */
    Optional<LapseEvent.Returned> returned(Instant at, Instant now) {
        if (at.isAfter(wonBackUntil)) {
            lose(now);
            return Optional.empty();
        }
        state = LapseState.WON_BACK;
        endedAt = at;
        return Optional.of(new LapseEvent.Returned(
                customerId, id(), ticketId, Duration.between(lapsedAt, at).toDays(), at));
    }

    /** They are not back, and it is too late to count. */
    void lose(Instant now) {
        state = LapseState.LOST;
        endedAt = now;
    }

    /**
     * After when a visit shows that they are not away, also one of which we learn later. Who has cancelled still comes until the
     * last day.
     */
    Instant missedSince(ZoneId zone) {
        return switch (because) {
            case NO_VISITS -> lastAt;
            case SUBSCRIPTION_ENDED -> lapsedAt;
            case SUBSCRIPTION_CANCELLED -> {
                Instant end = lastOn.plusDays(1).atStartOfDay(zone).toInstant();
                yield end.isAfter(lapsedAt) ? end : lapsedAt;
            }
        };
    }

    boolean isOverBy(Instant now) {
        return now.isAfter(wonBackUntil);
    }

    UUID customerId() {
        return customerId;
    }

    UUID ruleId() {
        return ruleId;
    }

    LapseSign because() {
        return because;
    }

    String cause() {
        return cause;
    }

    String what() {
        return what;
    }

    LocalDate lastOn() {
        return lastOn;
    }

    UUID ticketId() {
        return ticketId;
    }

    LapseState state() {
        return state;
    }

    Instant lapsedAt() {
        return lapsedAt;
    }

    Instant wonBackUntil() {
        return wonBackUntil;
    }

    Instant endedAt() {
        return endedAt;
    }
}
