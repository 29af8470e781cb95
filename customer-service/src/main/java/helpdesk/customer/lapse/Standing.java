package helpdesk.customer.lapse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
     * @param cause the same for the same thing, wherever the customer lives
     * @param lastOn the last day of the subscription, or of the last visit
     * @param lastAt when the last visit was; null for subscriptions
     * @param dueOn since which day it shows
     */
    record Absence(String what, String cause, LocalDate lastOn, Instant lastAt, LocalDate dueOn) {}

    /**
     * Whether, by the rule, they stay away; of several things that show it, the latest.
     *
     * @param isKnown whether it was noticed before, by its cause
     */
    Optional<Absence> absence(LapseRuleBody rule, ZoneId zone, Instant now, Predicate<String> isKnown) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Stream<Absence> shown =
                switch (rule.sign()) {
                    case SUBSCRIPTION_ENDED ->
                        subscriptions.stream()
                                .filter(one -> one.cancelledAt() == null && one.isOf(rule))
                                .map(one -> absence(one, one.endsOn().plusDays(rule.afterDays() + 1L)));
                    case SUBSCRIPTION_CANCELLED ->
                        subscriptions.stream()
                                .filter(one -> one.cancelledAt() != null && one.isOf(rule))
                                .map(one -> absence(
                                        one,
                                        LocalDate.ofInstant(one.cancelledAt(), zone)
                                                .plusDays(rule.afterDays())));
                    case NO_VISITS -> pause(rule, zone).stream();
                };
        boolean subscribed = rule.sign() != LapseSign.NO_VISITS
                && subscriptions.stream().anyMatch(one -> one.isOf(rule) && one.isCurrent(today));
        return subscribed
                ? Optional.empty()
                : shown.filter(absence -> !absence.dueOn().isAfter(today))
                        .filter(absence -> !isKnown.test(absence.cause()))
                        .max(Comparator.comparing(Absence::lastOn));
    }

    private static Absence absence(Subscribed one, LocalDate dueOn) {
        return new Absence(
                one.name(), "subscription %s %s".formatted(one.id(), one.endsOn()), one.endsOn(), null, dueOn);
    }

    private Optional<Absence> pause(LapseRuleBody rule, ZoneId zone) {
        if (visits.isEmpty() || visits.size() < rule.minVisits()) {
            return Optional.empty();
        }
        Instant last = visits.getFirst();
        LocalDate day = LocalDate.ofInstant(last, zone);
        long longest = rule.afterDays() != null
                ? rule.afterDays()
                : Math.max(A_WEEK, Math.ceilDiv(rule.timesRhythm() * daysOfVisits(zone), visits.size() - 1L));
        return Optional.of(new Absence(null, "visit " + last, day, last, day.plusDays(longest + 1)));
    }

    /** From the first of the visits to the last. */
    private long daysOfVisits(ZoneId zone) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(visits.getLast(), zone), LocalDate.ofInstant(visits.getFirst(), zone));
    }

    /**
     * When they came back: by a visit, or by a subscription that is good.
     *
     * @param missedSince after when a visit counts; one before the lapse was noticed counts as if it was then
     * @param lapsedAt when the lapse was noticed
     */
    Optional<Instant> backSince(Instant missedSince, Instant lapsedAt, LocalDate today) {
        Optional<Instant> visit = visits.stream()
                .filter(at -> at.isAfter(missedSince))
                .map(at -> at.isBefore(lapsedAt) ? lapsedAt : at)
                .min(Instant::compareTo);
        return visit.or(() -> subscriptions.stream()
                .filter(one -> one.isCurrent(today) && one.since().isAfter(lapsedAt))
                .map(Subscribed::since)
                .min(Instant::compareTo));
    }
}
