package helpdesk.customer.lapse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a customer stands with us: what they have subscribed to, and when they were here.
 *
 * @param visits the latest first, ten at most
 */
record Standing(List<Subscribed> subscriptions, List<Instant> visits) {

    static final Standing UNKNOWN = new Standing(List.of(), List.of());

    private static final int A_WEEK = 7;

    /**
     * A subscription.
     *
     * @param cancelledAt null when it was not cancelled
     * @param since when it was begun or renewed last, as we learned it
     */
    record Subscribed(UUID id, String name, LocalDate endsOn, Instant cancelledAt, Instant since) {

        private boolean isCurrent(LocalDate today) {
            return cancelledAt == null && !endsOn.isBefore(today);
        }

        private boolean isOf(LapseRuleBody rule) {
            return rule.subscription() == null || rule.subscription().equalsIgnoreCase(name);
        }
    }

    /**
     * That the customer stays away.
     *
     * @param what what they had subscribed to; null for visits
     * @param cause the same for the same thing
     * @param lastOn the last day of the subscription, or of the last visit
     * @param dueOn since which day it shows
     */
    record Absence(String what, String cause, LocalDate lastOn, LocalDate dueOn) {}

    /** Whether, by the rule, they stay away; of several things that show it, the latest. */
    Optional<Absence> absence(LapseRuleBody rule, UUID customer, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (rule.sign()) {
            case SUBSCRIPTION_ENDED ->
                unlessSubscribed(
                        rule,
                        today,
                        subscriptions.stream()
                                .filter(one -> one.cancelledAt() == null)
                                .map(one ->
                                        absence(one, one.endsOn(), one.endsOn().plusDays(rule.afterDays() + 1L), rule))
                                .flatMap(Optional::stream)
                                .filter(absence -> !absence.dueOn().isAfter(today))
                                .max((one, other) -> one.lastOn().compareTo(other.lastOn())));
            case SUBSCRIPTION_CANCELLED ->
                unlessSubscribed(
                        rule,
                        today,
                        subscriptions.stream()
                                .filter(one -> one.cancelledAt() != null)
                                .map(one -> absence(
                                        one,
                                        one.endsOn(),
                                        LocalDate.ofInstant(one.cancelledAt(), zone)
                                                .plusDays(rule.afterDays()),
                                        rule))
                                .flatMap(Optional::stream)
                                .filter(absence -> !absence.dueOn().isAfter(today))
                                .max((one, other) -> one.lastOn().compareTo(other.lastOn())));
            case NO_VISITS -> pause(rule, customer, zone, today);
        };
    }

    private static Optional<Absence> absence(Subscribed one, LocalDate lastOn, LocalDate dueOn, LapseRuleBody rule) {
        return one.isOf(rule)
                ? Optional.of(new Absence(one.name(), "%s %s".formatted(one.id(), lastOn), lastOn, dueOn))
                : Optional.empty();
    }

    /** Who has another subscription that is good does not stay away. */
    private Optional<Absence> unlessSubscribed(LapseRuleBody rule, LocalDate today, Optional<Absence> absence) {
        return subscriptions.stream().anyMatch(one -> one.isOf(rule) && one.isCurrent(today))
                ? Optional.empty()
                : absence;
    }

    private Optional<Absence> pause(LapseRuleBody rule, UUID customer, ZoneId zone, LocalDate today) {
        if (visits.isEmpty() || visits.size() < rule.minVisits()) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.ofInstant(visits.getFirst(), zone);
        long longest = rule.afterDays() != null
                ? rule.afterDays()
                : Math.max(A_WEEK, Math.ceilDiv(rule.timesRhythm() * daysOfVisits(zone), visits.size() - 1L));
        LocalDate due = last.plusDays(longest + 1);
        return due.isAfter(today)
                ? Optional.empty()
                : Optional.of(new Absence(null, "%s %s".formatted(customer, last), last, due));
    }

    /** From the first of the visits to the last. */
    private long daysOfVisits(ZoneId zone) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(visits.getLast(), zone), LocalDate.ofInstant(visits.getFirst(), zone));
    }

    /**
     * When they came back: by a visit, or by a subscription that is good.
     *
     * @param missedSince from when on a visit counts; one before the lapse was noticed counts as if it was then
     * @param lapsedAt when the lapse was noticed
     */
    Optional<Instant> backSince(Instant missedSince, Instant lapsedAt, LocalDate today) {
        Optional<Instant> visit = visits.stream()
                .filter(at -> !at.isBefore(missedSince))
                .map(at -> at.isBefore(lapsedAt) ? lapsedAt : at)
                .min(Instant::compareTo);
        return visit.or(() -> subscriptions.stream()
                .filter(one -> one.isCurrent(today) && one.since().isAfter(lapsedAt))
                .map(Subscribed::since)
                .min(Instant::compareTo));
    }
}
