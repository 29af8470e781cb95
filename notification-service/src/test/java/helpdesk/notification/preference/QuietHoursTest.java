package helpdesk.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = hours("21:00", "08:00");

    @Example
    void what_is_told_at_night_waits_for_the_morning() {
        assertThat(NIGHT.over(Instant.parse("2026-06-03T18:59:59Z"), BERLIN)).isEqualTo("2026-06-03T18:59:59Z");
        assertThat(NIGHT.over(Instant.parse("2026-06-03T19:00:00Z"), BERLIN)).isEqualTo("2026-06-04T06:00:00Z");
        assertThat(NIGHT.over(Instant.parse("2026-06-04T05:59:59Z"), BERLIN)).isEqualTo("2026-06-04T06:00:00Z");
        assertThat(NIGHT.over(Instant.parse("2026-06-04T06:00:00Z"), BERLIN)).isEqualTo("2026-06-04T06:00:00Z");
    }

    @Example
    void nights_are_an_hour_shorter_and_longer_when_the_clocks_change() {
        assertThat(NIGHT.over(Instant.parse("2026-03-28T20:00:00Z"), BERLIN)).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(NIGHT.over(Instant.parse("2026-10-24T19:00:00Z"), BERLIN)).isEqualTo("2026-10-25T07:00:00Z");
    }

    @Example
    void who_works_at_night_sleeps_by_day() {
        QuietHours day = hours("07:30", "16:00");

        assertThat(day.over(Instant.parse("2026-06-03T06:00:00Z"), BERLIN)).isEqualTo("2026-06-03T14:00:00Z");
        assertThat(day.over(Instant.parse("2026-06-03T23:00:00Z"), BERLIN)).isEqualTo("2026-06-03T23:00:00Z");
    }

    @Example
    void an_end_that_the_clock_skips_is_when_it_skips_it() {
        QuietHours night = hours("22:00", "02:30");

        assertThat(night.over(Instant.parse("2026-03-29T00:10:00Z"), BERLIN)).isEqualTo("2026-03-29T01:00:00Z");
    }

    @Example
    void an_end_that_the_clock_shows_twice_is_over_twice() {
        QuietHours night = hours("22:00", "02:30");

        assertThat(night.over(Instant.parse("2026-10-25T00:10:00Z"), BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(night.over(Instant.parse("2026-10-25T01:10:00Z"), BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Example
    void there_may_be_no_quiet_hours() {
        Instant night = Instant.parse("2026-06-03T02:00:00Z");

        assertThat(hours("00:00", "00:00").over(night, BERLIN)).isEqualTo(night);
    }

    @Property(tries = 3_000)
    void it_is_what_somebody_finds_who_looks_at_the_clock_every_minute(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant moment) {
        QuietHours quiet = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));

        assertThat(quiet.over(moment, zone)).isEqualTo(looking(from, to, moment, zone));
    }

    @Property(tries = 3_000)
    void it_is_so_around_each_change_of_the_clocks(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll("zones") ZoneId zone,
            @ForAll("moments") Instant moment,
            @ForAll @LongRange(min = -1440, max = 1440) long minutes) {
        var change = zone.getRules().nextTransition(moment);
        if (change == null) {
            return;
        }
        Instant near = change.getInstant().plus(Duration.ofMinutes(minutes));
        QuietHours quiet = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));

        assertThat(quiet.over(near, zone)).isEqualTo(looking(from, to, near, zone));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "Europe/London",
                        "America/New_York",
                        "America/St_Johns",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Asia/Almaty",
                        "Asia/Kolkata",
                        "Africa/Casablanca",
                        "Antarctica/Troll",
                        "Etc/UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        long first = Instant.parse("2005-01-01T00:00:00Z").getEpochSecond() / 60;
        long last = Instant.parse("2037-01-01T00:00:00Z").getEpochSecond() / 60;
        return Arbitraries.longs().between(first, last).map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    /** Minute by minute, with nothing but the clock on the wall. */
    private static Instant looking(int from, int to, Instant moment, ZoneId zone) {
        Instant at = moment;
        for (int minute = 0; minute < 3 * 1440; minute++) {
            LocalTime time = at.atZone(zone).toLocalTime();
            int shown = time.getHour() * 60 + time.getMinute();
            boolean quiet = from <= to ? shown >= from && shown < to : shown >= from || shown < to;
            if (!quiet) {
                return at;
            }
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        throw new AssertionError("No end of the quiet hours");
    }

    private static QuietHours hours(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
