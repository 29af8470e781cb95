package helpdesk.customer.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MilestoneTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void it_is_told_at_its_hour_where_the_customer_lives() {
        Milestone milestone = birthday("1990-12-24", 0, AUCKLAND);
        assertThat(milestone.nextOn()).isEqualTo("2026-12-24");
        assertThat(milestone.dueAt()).isEqualTo("2026-12-23T20:00:00Z");
        assertThat(milestone.reach(AUCKLAND, Instant.parse("2026-12-23T19:59:59Z")))
                .isEmpty();
        // Who has moved in the meantime is told when it is that hour there.
        assertThat(milestone.reach(HONOLULU, Instant.parse("2026-12-23T20:00:00Z")))
                .isEmpty();
        assertThat(milestone.dueAt()).isEqualTo("2026-12-24T19:00:00Z");
        MilestoneEvent.Reached reached =
                milestone.reach(HONOLULU, Instant.parse("2026-12-24T19:00:00Z")).orElseThrow();
        assertThat(reached.date()).isEqualTo("2026-12-24");
        assertThat(reached.years()).as("nobody is told their age").isNull();
        assertThat(milestone.nextOn()).isEqualTo("2027-12-24");
    }

    @Test
    void it_is_told_ahead_also_across_new_year() {
        Milestone milestone = birthday("1990-01-03", 14, ZoneOffset.UTC);
        assertThat(milestone.dueAt()).isEqualTo("2026-12-20T09:00:00Z");
        assertThat(milestone
                        .reach(ZoneOffset.UTC, Instant.parse("2026-12-20T09:00:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo("2027-01-03");
        assertThat(milestone.nextOn()).isEqualTo("2028-01-03");
    }

    @Test
    void what_was_missed_is_told_once_and_the_latest_of_several() {
        Milestone milestone = birthday("1990-12-24", 0, ZoneOffset.UTC);
        assertThat(milestone
                        .reach(ZoneOffset.UTC, Instant.parse("2029-02-01T00:00:00Z"))
                        .orElseThrow()
                        .date())
                .isEqualTo("2028-12-24");
        assertThat(milestone.nextOn()).isEqualTo("2029-12-24");
        assertThat(milestone.reach(ZoneOffset.UTC, Instant.parse("2029-02-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void what_was_missed_stays_planned_when_something_else_becomes_known() {
        Milestone milestone = birthday("1990-12-24", 0, ZoneOffset.UTC);
        plan(milestone, "1990-12-24", null, Instant.parse("2027-01-10T00:00:00Z"));
        assertThat(milestone.nextOn()).isEqualTo("2026-12-24");
    }

    @Test
    void a_corrected_day_is_not_told_twice_in_a_year() {
        Milestone milestone = birthday("1990-11-25", 0, ZoneOffset.UTC);
        milestone.reach(ZoneOffset.UTC, Instant.parse("2026-11-25T09:00:00Z")).orElseThrow();
        plan(milestone, "1990-12-01", null, Instant.parse("2026-11-26T00:00:00Z"));
        assertThat(milestone.nextOn()).isEqualTo("2027-12-01");
    }

    @Test
    void what_another_profile_of_the_person_was_told_counts() {
        Milestone milestone = birthday("1990-11-25", 0, ZoneOffset.UTC);
        plan(milestone, "1990-11-25", LocalDate.parse("2026-11-25"), NOW);
        assertThat(milestone.nextOn()).isEqualTo("2027-11-25");
    }

    @Test
    void anniversaries_count_their_years() {
        Milestone milestone =
                new Milestone(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "system:test", NOW);
        milestone.plan(
                new MilestoneTerms(MilestoneKind.ANNIVERSARY, "With us", MilestoneAct.CARD, 0, 9),
                new PlannedDay(LocalDate.parse("2024-02-29"), true, false),
                null,
                ZoneOffset.UTC,
                NOW);
        assertThat(milestone
                        .reach(ZoneOffset.UTC, Instant.parse("2027-03-01T00:00:00Z"))
                        .orElseThrow()
                        .years())
                .isEqualTo(3);
    }

    @Test
    void what_happened_yesterday_is_still_thanked_for() {
        Milestone milestone =
                new Milestone(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "system:test", NOW);
        MilestoneTerms thanks = new MilestoneTerms(MilestoneKind.DAY, "Your order", MilestoneAct.CARD, 0, 9);
        PlannedDay yesterday = new PlannedDay(LocalDate.parse("2026-11-21"), false, true);
        milestone.plan(thanks, yesterday, null, ZoneOffset.UTC, NOW);
        assertThat(milestone.reach(ZoneOffset.UTC, NOW).orElseThrow().date()).isEqualTo("2026-11-21");
        // Another one in the same year is not.
        milestone.plan(thanks, new PlannedDay(LocalDate.parse("2026-11-22"), false, true), null, ZoneOffset.UTC, NOW);
        assertThat(milestone.nextOn()).isNull();
    }

    private static Milestone birthday(String first, int leadDays, ZoneId zone) {
        Milestone milestone =
                new Milestone(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "system:test", NOW);
        milestone.plan(
                new MilestoneTerms(MilestoneKind.BIRTHDAY, "Birthday", MilestoneAct.CARD, leadDays, 9),
                new PlannedDay(LocalDate.parse(first), true, false),
                null,
                zone,
                NOW);
        return milestone;
    }

    private static void plan(Milestone milestone, String first, LocalDate told, Instant now) {
        milestone.plan(
                milestone.terms(), new PlannedDay(LocalDate.parse(first), true, false), told, ZoneOffset.UTC, now);
    }
}
