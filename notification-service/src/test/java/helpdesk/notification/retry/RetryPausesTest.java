package helpdesk.notification.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPausesTest {

    private static final Instant NOW = Instant.parse("2026-10-05T08:50:00Z");

    private final RetryPauses pauses = new RetryPauses(List.of(Duration.ofSeconds(100), Duration.ofSeconds(1_000)));

    @Test
    void each_failure_has_its_pause_with_a_tenth_more_or_less_and_then_it_is_given_up() {
        assertThat(pauses.next(1, Optional.empty(), NOW).orElseThrow())
                .isBetween(NOW.plusSeconds(90), NOW.plusSeconds(110));
        assertThat(pauses.next(2, Optional.empty(), NOW).orElseThrow())
                .isBetween(NOW.plusSeconds(900), NOW.plusSeconds(1_100));
        assertThat(pauses.next(3, Optional.of(Duration.ofSeconds(5)), NOW)).isEmpty();
    }

    @Test
    void who_wants_more_time_gets_it_up_to_a_day_and_who_wants_less_gets_the_usual() {
        assertThat(pauses.next(1, Optional.of(Duration.ofSeconds(300)), NOW)).contains(NOW.plusSeconds(300));
        assertThat(pauses.next(1, Optional.of(Duration.ofDays(30)), NOW)).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(pauses.next(1, Optional.of(Duration.ofSeconds(1)), NOW).orElseThrow())
                .isAfterOrEqualTo(NOW.plusSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "120,120",
        "' 0 ',0",
        "'Mon, 05 Oct 2026 08:51:00 GMT',60",
        "'Mon, 05 Oct 2026 08:49:00 GMT',",
        "-1,",
        "99999999999,",
        "soon,"
    })
    void how_long_is_told_in_seconds_or_by_a_date(String header, Long seconds) {
        BasicHttpResponse answer = new BasicHttpResponse(503);
        assertThat(RetryAfter.of(answer, NOW)).isEmpty();
        answer.setHeader("Retry-After", header);
        assertThat(RetryAfter.of(answer, NOW).map(Duration::toSeconds)).isEqualTo(Optional.ofNullable(seconds));
    }
}
