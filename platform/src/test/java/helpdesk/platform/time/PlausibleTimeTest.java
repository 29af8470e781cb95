package helpdesk.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleTimeTest {

    private final PlausibleTime.DayCheck days = new PlausibleTime.DayCheck();
    private final PlausibleTime.MomentCheck moments = new PlausibleTime.MomentCheck();

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-02-28", "2200-12-31"})
    void days_that_can_be(String day) {
        assertThat(days.isValid(LocalDate.parse(day), null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2201-01-01", "0000-01-01", "+999999999-12-31", "-999999999-01-01"})
    void days_that_cannot(String day) {
        assertThat(days.isValid(LocalDate.parse(day), null)).isFalse();
    }

    @Test
    void moments_are_looked_at_in_utc() {
        assertThat(moments.isValid(Instant.parse("1900-01-01T00:00:00Z"), null)).isTrue();
        assertThat(moments.isValid(Instant.parse("1899-12-31T23:59:59Z"), null)).isFalse();
        assertThat(moments.isValid(Instant.MAX, null)).isFalse();
        assertThat(moments.isValid(Instant.MIN, null)).isFalse();
        assertThat(moments.isValid(null, null)).isTrue();
        assertThat(days.isValid(null, null)).isTrue();
    }
}
