package helpdesk.customer.milestone;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** A day that matters to a customer. It is told once in a year at most, also when nobody was there to tell it in time. */
@Entity
class Milestone extends Aggregate {

    private static final int NEVER = 0;

    private UUID customerId;

    /** By which rule it is; null for one that was written down by hand. */
    private UUID ruleId;

    @Embedded
    private MilestoneTerms terms;

    private LocalDate firstOn;
    private boolean yearly;

    /** The day that is told next, and when; null when none is. */
    private LocalDate nextOn;

    private Instant dueAt;

    /** The day that was told last. */
    private LocalDate toldOn;

    private String createdBy;
    private Instant createdAt;

    /** For the persistence provider. */
    protected Milestone() {}

    Milestone(UUID id, UUID customerId, UUID ruleId, String createdBy, Instant now) {
        super(id);
        this.customerId = customerId;
        this.ruleId = ruleId;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /**
     * Plans the day that is told next. One that has passed without being told stays planned.
     *
     * @param told the day that was told last for the same person, under another profile perhaps; or null
     */
    void plan(MilestoneTerms planned, PlannedDay day, LocalDate told, ZoneId zone, Instant now) {
        if (!planned.equals(terms)) {
            terms = planned;
        }
        firstOn = day.first();
        yearly = day.yearly();
        toldOn = toldOn == null || told != null && told.isAfter(toldOn) ? told : toldOn;
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate missed = nextOn != null && nextOn.isBefore(today) ? nextOn : today;
        next(recurrence().from(day.hasHappened() ? firstOn : missed, lastYear()), zone);
    }

    /** There is no such day any more, or nobody asks for it. */
    void rest() {
        nextOn = null;
        dueAt = null;
    }

    /** Where the customer lives now, the day may come sooner or later. */
    void move(ZoneId zone) {
        if (nextOn != null) {
            dueAt = terms.dueAt(nextOn, zone);
        }
    }

    /** The day has come: of those that were missed, the latest. Empty when it has not come where the customer lives. */
    Optional<MilestoneEvent.Reached> reach(ZoneId zone, Instant now) {
        move(zone);
        if (nextOn == null || dueAt.isAfter(now)) {
            return Optional.empty();
        }
        LocalDate day = recurrence()
                .latestUntil(terms.lastToldBy(now, zone))
                .filter(latest -> latest.isAfter(nextOn))
                .orElse(nextOn);
        toldOn = day;
        next(recurrence().from(day, lastYear()), zone);
        return Optional.of(new MilestoneEvent.Reached(
                customerId, id(), terms.kind(), terms.title(), day, years(day), terms.act(), now));
    }

    private void next(Optional<LocalDate> day, ZoneId zone) {
        nextOn = day.orElse(null);
        dueAt = day.map(next -> terms.dueAt(next, zone)).orElse(null);
    }

    private Recurrence recurrence() {
        return new Recurrence(firstOn, yearly, terms.kind() == MilestoneKind.ANNIVERSARY);
    }

    private int lastYear() {
        return toldOn == null ? NEVER : toldOn.getYear();
    }

    /** Nobody is told how old they are. */
    private Integer years(LocalDate day) {
        long years = ChronoUnit.YEARS.between(firstOn, day.plusDays(1));
        return terms.kind() == MilestoneKind.BIRTHDAY || years < 1 ? null : (int) years;
    }

    UUID customerId() {
        return customerId;
    }

    UUID ruleId() {
        return ruleId;
    }

    MilestoneTerms terms() {
        return terms;
    }

    LocalDate firstOn() {
        return firstOn;
    }

    boolean isYearly() {
        return yearly;
    }

    LocalDate nextOn() {
        return nextOn;
    }

    Instant dueAt() {
        return dueAt;
    }

    LocalDate toldOn() {
        return toldOn;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
