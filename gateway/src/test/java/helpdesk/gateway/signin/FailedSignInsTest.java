package helpdesk.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import helpdesk.gateway.Gateway;
import helpdesk.gateway.account.PasswordChosen;
import helpdesk.platform.problem.Problem;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who guesses passwords waits longer and longer; whom the guesses are about does not. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class FailedSignInsTest {

    private final String username = "user-" + UUID.randomUUID();
    private final String here = somewhere();

    @Inject
    FailedSignIns failures;

    @Inject
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void each_failure_after_the_tenth_makes_the_wait_twice_as_long() {
        fail(10, here);
        for (int seconds = 1; seconds <= 8; seconds *= 2) {
            assertWait(here, Duration.ofSeconds(seconds));
            assertWait(here, Duration.ofSeconds(seconds));
            clock.move(Duration.ofSeconds(seconds + 1));
            fail(1, here);
        }
        clock.move(Duration.ofHours(24));
        fail(10, here);
        assertWait(here, Duration.ofSeconds(1));
    }

    @Test
    void no_wait_is_longer_than_a_quarter_of_an_hour() {
        for (int i = 0; i < 30; i++) {
            fail(1, here);
            clock.move(Duration.ofMinutes(16));
        }
        fail(1, here);
        assertWait(here, Duration.ofMinutes(15));
    }

    @Test
    void a_success_forgets_the_failures_here() {
        for (int round = 0; round < 3; round++) {
            fail(9, here);
            succeed(here);
        }
        fail(9, here);
        assertPasses(here);
    }

    @Test
    void strangers_who_guess_do_not_lock_out_whom_it_is_about() {
        succeed(here);
        String elsewhere = somewhere();
        for (int i = 0; i < 20; i++) {
            fail(1, somewhere());
        }
        assertWait(elsewhere, Duration.ofSeconds(1));
        assertPasses(here);
        for (int i = 0; i < 20; i++) {
            clock.move(Duration.ofMinutes(1).plusSeconds(1));
            fail(1, somewhere());
        }
        assertWait(elsewhere, Duration.ofMinutes(1));
        assertPasses(here);
        failures.know(new PasswordChosen(username, elsewhere));
        assertPasses(elsewhere);
    }

    @Test
    void an_address_that_tries_everybody_waits_for_everybody_but_those_who_are_known_there() {
        succeed(here);
        for (int i = 0; i < 50; i++) {
            failures.begin("user-" + UUID.randomUUID(), here);
        }
        Problem refused = catchThrowableOfType(Problem.class, () -> failures.begin("user-" + UUID.randomUUID(), here));
        assertThat(refused.type().code()).isEqualTo("too-many-attempts");
        assertThat(catchThrowableOfType(Problem.class, () -> failures.begin(here)))
                .isNotNull();
        assertPasses(here);
        assertPasses(somewhere());
        clock.move(Duration.ofHours(1));
        assertThatCode(() -> failures.begin("user-" + UUID.randomUUID(), here)).doesNotThrowAnyException();
    }

    @Test
    void attempts_at_the_same_moment_do_not_all_pass() {
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 40)
                    .forEach(i -> many.submit(() -> {
                        failures.begin(username, here);
                        passed.incrementAndGet();
                    }));
        }
        assertThat(passed.get()).isBetween(10, 14);
    }

    @Test
    void nothing_that_was_typed_is_kept() {
        fail(1, here);
        assertThat(Database.count("sign_in_attempt a where a::text like '%' || ? || '%'", username))
                .isZero();
        assertThat(Database.count("sign_in_attempt a where a::text like '%' || ? || '%'", here))
                .isZero();
        clock.move(Duration.ofDays(61));
        failures.forgetOld();
        assertThat(Database.count("sign_in_attempt")).isZero();
    }

    private void fail(int times, String address) {
        for (int i = 0; i < times; i++) {
            failures.begin(username, address);
        }
    }

    private void succeed(String address) {
        SignInAttempt attempt = failures.begin(username, address);
        QuarkusTransaction.requiringNew().run(() -> failures.succeeded(attempt));
    }

    private void assertPasses(String address) {
        assertThatCode(() -> failures.begin(username, address)).doesNotThrowAnyException();
    }

    private void assertWait(String address, Duration wait) {
        Problem refused = catchThrowableOfType(Problem.class, () -> failures.begin(username, address));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.type().status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isBetween(wait.minusSeconds(2), wait.plusSeconds(1));
    }

    private static String somewhere() {
        return "place " + UUID.randomUUID();
    }
}
