package helpdesk.gateway.account;

import helpdesk.gateway.GatewayProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, two at a time: each takes 19 MiB and a processor. Who would have to wait too long, or behind
 * too many others, is sent away, so that a flood of sign-ins does not take the threads of everything else.
 */
@ApplicationScoped
public class Passwords {

    private static final int AT_A_TIME = 2;
    private static final int LONGEST_QUEUE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    /** What is checked when there is no such user, so that the answer takes as long as for one that exists. */
    private final String nobody = Argon2.hash("nobody has this password");

    /** The hash of a new password, in PHC string format. */
    String hash(String password) {
        return inTurn(() -> Argon2.hash(password));
    }

    /** Whether this is the password of the hash; never without one, but as slowly. */
    public boolean fits(String password, Optional<String> hash) {
        return inTurn(() -> Argon2.fits(password, hash.orElse(nobody))) && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        if (turns.getQueueLength() >= LONGEST_QUEUE || !gotTurn()) {
            throw GatewayProblem.TOO_BUSY
                    .problem("Too many people sign in at this moment. Try again in a few seconds.")
                    .retryAfter(Duration.ofSeconds(3));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private boolean gotTurn() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
