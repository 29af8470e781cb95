package helpdesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerPauseTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ServerPause pause = new ServerPause(Duration.ofSeconds(3), nanos::get);

    @Test
    void a_server_that_cannot_be_reached_is_asked_by_one_message_later_and_later() {
        assertThat(pause.places(32)).isEqualTo(32);
        for (int seconds : new int[] {1, 2, 3, 3}) {
            pause.tell(false);
            assertThat(pause.places(32)).isZero();
            pass(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(pause.places(32)).isZero();
            pass(Duration.ofNanos(1));
            assertThat(pause.places(32)).isEqualTo(1);
        }
        pause.tell(true);
        assertThat(pause.places(32)).isEqualTo(32);
    }

    @Test
    void what_failed_together_counts_once() {
        pause.tell(false);
        pause.tell(false);
        pass(Duration.ofSeconds(1));
        assertThat(pause.places(32)).isEqualTo(1);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
