package helpdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InstanceTest {

    private long nanos;
    private final Instance instance = new Instance("localhost", 8081, 3, () -> nanos);

    @Test
    void three_failures_in_a_row_leave_it_alone_for_a_second_and_then_one_request_tries() {
        fail(2);
        assertThat(instance.permits()).isTrue();
        fail(1);
        assertThat(instance.permits()).isFalse();
        assertThat(instance.begin()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(instance.permits()).isTrue();
        assertThat(instance.begin()).isTrue();
        assertThat(instance.begin()).isFalse();
        instance.answered();
        assertThat(instance.begin()).isTrue();
    }

    @Test
    void each_trial_that_fails_doubles_the_pause_up_to_half_a_minute() {
        fail(3);
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(instance.permits()).as("after less than %d s", seconds).isFalse();
            pass(Duration.ofMillis(1));
            assertThat(instance.begin()).isTrue();
            instance.end();
            instance.failed();
        }
        pass(Duration.ofSeconds(30));
        instance.begin();
        instance.answered();
        fail(3);
        pass(Duration.ofSeconds(1));
        assertThat(instance.permits()).isTrue();
    }

    @Test
    void an_answer_in_between_makes_the_failures_no_row() {
        fail(2);
        instance.answered();
        fail(2);
        assertThat(instance.permits()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            instance.failed();
        }
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }
}
