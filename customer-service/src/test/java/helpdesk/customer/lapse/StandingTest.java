package helpdesk.customer.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.lapse.Standing.Subscribed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Predicate<String> NOTHING = cause -> false;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void a_subscription_is_missed_after_its_last_day_and_the_days_of_grace() {
        Standing standing = subscribed(ended("News", "2026-11-19"));
        assertThat(absent(standing, ending(null, 2))).isTrue();
        assertThat(absent(standing, ending(null, 3))).isFalse();
        assertThat(absent(standing, ending("NEWS", 0))).isTrue();
        assertThat(absent(standing, ending("Radio", 0))).isFalse();
        assertThat(absent(subscribed(ended("News", "2026-11-22")), ending(null, 0)))
                .as("its last day is a good one")
                .isFalse();
    }

    @Test
    void a_day_ends_where_the_customer_lives() {
        Standing standing = subscribed(ended("News", "2026-11-22"));
        assertThat(standing.absence(ending(null, 0), ZoneId.of("Pacific/Auckland"), NOW, NOTHING))
                .isPresent();
        assertThat(standing.absence(ending(null, 0), ZoneId.of("Pacific/Honolulu"), NOW, NOTHING))
                .isEmpty();
    }

    @Test
    void who_has_another_one_that_is_good_is_not_missed() {
        Subscribed old = ended("News", "2026-01-31");
        assertThat(absent(subscribed(old, ended("News", "2027-01-31")), ending(null, 0)))
                .isFalse();
        assertThat(absent(subscribed(old, ended("Radio", "2027-01-31")), ending("News", 0)))
                .isTrue();
        assertThat(absent(subscribed(old, cancelled("News", "2027-01-31")), ending(null, 0)))
                .isTrue();
    }

    @Test
    void who_cancels_is_missed_at_once_although_the_subscription_is_still_good() {
        Standing standing = subscribed(cancelled("News", "2027-01-31"));
        LapseRuleBody rule = rule(LapseSign.SUBSCRIPTION_CANCELLED, 0, null, 1);
        assertThat(absent(standing, rule)).isTrue();
        assertThat(absent(standing, ending(null, 0))).isFalse();
        assertThat(absent(subscribed(ended("News", "2027-01-31")), rule)).isFalse();
    }

    @Test
    void who_has_not_been_here_for_days_is_missed_if_they_came_often_enough() {
        LapseRuleBody rule = rule(LapseSign.NO_VISITS, 30, null, 2);
        assertThat(absent(visited("2026-10-22", "2026-09-01"), rule)).isTrue();
        assertThat(absent(visited("2026-10-23", "2026-09-01"), rule)).isFalse();
        assertThat(absent(visited("2026-01-01"), rule)).isFalse();
        assertThat(absent(visited(), rule)).isFalse();
    }

    @Test
    void a_rhythm_is_the_customers_own() {
        LapseRuleBody rule = rule(LapseSign.NO_VISITS, null, 3, 3);
        // Every ten days: missed after thirty.
        assertThat(absent(visited("2026-10-22", "2026-10-12", "2026-10-02"), rule))
                .isTrue();
        assertThat(absent(visited("2026-10-23", "2026-10-13", "2026-10-03"), rule))
                .isFalse();
        // Every day: missed after a week, not after three days.
        assertThat(absent(visited("2026-11-15", "2026-11-14", "2026-11-13"), rule))
                .isFalse();
        assertThat(absent(visited("2026-11-14", "2026-11-13", "2026-11-12"), rule))
                .isTrue();
    }

    @Test
    void what_shows_it_is_the_same_as_long_as_nothing_else_does() {
        LapseRuleBody rule = rule(LapseSign.NO_VISITS, 30, null, 1);
        Standing.Absence once = visited("2026-10-01")
                .absence(rule, ZoneOffset.UTC, NOW, NOTHING)
                .orElseThrow();
        assertThat(visited("2026-10-01")
                        .absence(rule, ZoneId.of("Asia/Tokyo"), NOW.plusSeconds(86_400), NOTHING)
                        .orElseThrow()
                        .cause())
                .isEqualTo(once.cause());
        assertThat(visited("2026-10-02", "2026-10-01")
                        .absence(rule, ZoneOffset.UTC, NOW, NOTHING)
                        .orElseThrow()
                        .cause())
                .isNotEqualTo(once.cause());
    }

    @Test
    void what_was_noticed_before_does_not_hide_what_comes_after_it() {
        Subscribed first = cancelled("News", "2027-12-31");
        Subscribed second = cancelled("News", "2026-12-31");
        LapseRuleBody rule = rule(LapseSign.SUBSCRIPTION_CANCELLED, 0, null, 1);
        assertThat(subscribed(first, second)
                        .absence(
                                rule,
                                ZoneOffset.UTC,
                                NOW,
                                cause -> cause.contains(first.id().toString()))
                        .orElseThrow()
                        .cause())
                .contains(second.id().toString());
    }

    @Test
    void a_visit_or_a_subscription_that_is_good_brings_them_back() {
        Instant lapsed = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(visited("2026-11-10", "2026-11-05", "2026-10-01").backSince(lapsed, lapsed, TODAY))
                .contains(Instant.parse("2026-11-05T12:00:00Z"));
        assertThat(visited("2026-10-01").backSince(lapsed, lapsed, TODAY)).isEmpty();
        assertThat(visited("2026-10-20", "2026-10-02").backSince(Instant.parse("2026-10-02T12:00:00Z"), lapsed, TODAY))
                .as("we learn later that they were here")
                .contains(lapsed);
        Instant renewed = Instant.parse("2026-11-20T00:00:00Z");
        assertThat(subscribed(new Subscribed(UUID.randomUUID(), "News", LocalDate.parse("2027-01-01"), null, renewed))
                        .backSince(lapsed, lapsed, TODAY))
                .contains(renewed);
        assertThat(subscribed(new Subscribed(UUID.randomUUID(), "News", LocalDate.parse("2026-11-21"), null, renewed))
                        .backSince(lapsed, lapsed, TODAY))
                .isEmpty();
        assertThat(subscribed(ended("News", "2027-01-01")).backSince(lapsed, lapsed, TODAY))
                .as("it was good before")
                .isEmpty();
    }

    private static boolean absent(Standing standing, LapseRuleBody rule) {
        return standing.absence(rule, ZoneOffset.UTC, NOW, NOTHING).isPresent();
    }

    private static Standing subscribed(Subscribed... subscriptions) {
        return new Standing(List.of(subscriptions), List.of());
    }

    private static Standing visited(String... days) {
        return new Standing(
                List.of(),
                Stream.of(days).map(day -> Instant.parse(day + "T12:00:00Z")).toList());
    }

    private static Subscribed ended(String name, String endsOn) {
        return new Subscribed(UUID.randomUUID(), name, LocalDate.parse(endsOn), null, Instant.EPOCH);
    }

    private static Subscribed cancelled(String name, String endsOn) {
        return new Subscribed(UUID.randomUUID(), name, LocalDate.parse(endsOn), NOW.minusSeconds(60), Instant.EPOCH);
    }

    private static LapseRuleBody ending(String subscription, int afterDays) {
        return new LapseRuleBody(
                "Rule",
                LapseSign.SUBSCRIPTION_ENDED,
                subscription,
                afterDays,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LapseRuleBody rule(LapseSign sign, Integer afterDays, Integer timesRhythm, int minVisits) {
        return new LapseRuleBody("Rule", sign, null, afterDays, timesRhythm, minVisits, null, null, null, null, null);
    }
}
