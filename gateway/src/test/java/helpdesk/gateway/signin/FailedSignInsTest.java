package helpdesk.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import helpdesk.platform.problem.Problem;
import helpdesk.testing.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private final MovableClock clock = new MovableClock();
    private final FailedSignIns failures = new FailedSignIns(clock);

    @Test
    void the_eleventh_attempt_for_a_username_waits_for_the_end_of_the_window() {
        fail(10, "mei");
        Problem refused = refusal("mei", "other address");
        assertThat(refused.type().status()).isEqualTo(429);
        assertThat(refused.retryAfter())
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5).plusSeconds(1));
        clock.move(Duration.ofMinutes(5));
        assertThatCode(() -> failures.begin("mei", "address")).doesNotThrowAnyException();
    }

    @Test
    void a_success_forgets_the_failures_of_the_username() {
        for (int round = 0; round < 3; round++) {
            fail(9, "mei");
            failures.begin("mei", "address");
            failures.succeeded("mei", "address");
        }
        assertThatCode(() -> failures.begin("mei", "address")).doesNotThrowAnyException();
    }

    @Test
    void fifty_failures_from_an_address_close_it_for_every_username() {
        for (int i = 0; i < 50; i++) {
            failures.begin("user " + i, "address");
        }
        assertThat(refusal("mei", "address").type().code()).isEqualTo("too-many-attempts");
        assertThatCode(() -> failures.begin("mei", "another address")).doesNotThrowAnyException();
    }

    @Test
    void successes_do_not_count_against_an_address() {
        for (int i = 0; i < 200; i++) {
            failures.begin("mei", "address");
            failures.succeeded("mei", "address");
        }
        assertThatCode(() -> failures.begin("mei", "address")).doesNotThrowAnyException();
    }

    private void fail(int times, String username) {
        for (int i = 0; i < times; i++) {
            failures.begin(username, "address");
        }
    }

    private Problem refusal(String username, String address) {
        return catchThrowableOfType(Problem.class, () -> failures.begin(username, address));
    }
}
