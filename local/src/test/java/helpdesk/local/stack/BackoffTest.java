package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void itDoublesToHalfAMinute() {
        List<Long> waits =
                Stream.generate(backoff::next).limit(7).map(Duration::toSeconds).toList();
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void whatHasServedForAWhileIsStartedAgainAtOnce() {
        backoff.next();
        backoff.next();
        backoff.served(Duration.ofSeconds(4));
        assertThat(backoff.next()).hasSeconds(4);
        backoff.served(Duration.ofSeconds(5));
        assertThat(backoff.next()).hasSeconds(1);
    }
}
