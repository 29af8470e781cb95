package helpdesk.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts failed sign-ins in windows of five minutes: after 10 for one username or 50 from one client address, further ones
 * are refused until the window is over. Each replica counts for itself.
 */
@ApplicationScoped
class FailedSignIns {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_PER_USERNAME = 10;
    private static final int MOST_PER_ADDRESS = 50;

    /** Enough for a crowd; who fills it with invented names only makes the gateway forget other invented names. */
    private static final int MOST_WINDOWS = 100_000;

    private final Clock clock;
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MOST_WINDOWS)
            .expireAfterWrite(WINDOW)
            .build();

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /**
     * Lets an attempt pass. It counts as failed until {@link #succeeded} takes that back, so that many attempts at the same
     * moment do not all pass.
     *
     * @throws helpdesk.platform.problem.Problem {@code too-many-attempts} with the time to wait
     */
    void begin(String username, String address) {
        count("user " + username, MOST_PER_USERNAME);
        count("address " + address, MOST_PER_ADDRESS);
    }

    /** Forgets the failures of somebody who has signed in. Those of the address stay: they may be an attacker's. */
    void succeeded(String username, String address) {
        windows.invalidate("user " + username);
        windows.asMap().computeIfPresent("address " + address, (key, window) -> window.with(window.failures() - 1));
    }

    private void count(String key, int most) {
        Instant now = clock.instant();
        windows.asMap().compute(key, (same, former) -> {
            if (former == null || !now.isBefore(former.end())) {
                return new Window(1, now.plus(WINDOW));
            }
            if (former.failures() >= most) {
                throw tooMany(Duration.between(now, former.end()).plusSeconds(1));
            }
            return former.with(former.failures() + 1);
        });
    }

    private static Problem tooMany(Duration wait) {
        return GatewayProblem.TOO_MANY_ATTEMPTS
                .problem("Wait %d seconds, then try again.", wait.toSeconds())
                .retryAfter(wait);
    }

    private record Window(int failures, Instant end) {
        Window with(int count) {
            return new Window(count, end);
        }
    }
}
