package helpdesk.local.demo;

import helpdesk.local.process.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What one service tells another by events takes a moment to arrive. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Eventually() {}

    /**
     * @param look how to look for it
     * @param what its name in the message if it does not appear
     */
    static <T> T found(Supplier<Optional<T>> look, String what) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StartFailure("Interrupted while waiting for %s.".formatted(what), stopped);
            }
        }
        throw new StartFailure("After %d s there was still no sign of %s.".formatted(PATIENCE.toSeconds(), what));
    }
}
