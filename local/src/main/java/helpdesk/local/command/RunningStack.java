package helpdesk.local.command;

import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.StackState;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lock of a data directory: whoever holds it runs the stack.
 *
 * @param data the directory
 */
record RunningStack(DataDirectory data) {

    /** Other commands hold the lock for a moment, to see whether it is free. */
    private static final Duration PATIENCE_WITH_GLANCES = Duration.ofSeconds(1);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    /**
     * Takes the directory.
     *
     * @throws StartFailure if a stack runs on it
     */
    DirectoryLock take(String repeatedOptions) {
        return takeWithin(PATIENCE_WITH_GLANCES)
                .orElseThrow(() -> new StartFailure(
                        "A helpdesk already runs on %s (process %s%s). See './helpdesk status%s', stop it with './helpdesk down%s', or start another with --data and --port."
                                .formatted(
                                        data.root(),
                                        launcher().map(String::valueOf).orElse("unknown"),
                                        StackState.read(data.state())
                                                .map(state -> ", " + state.url())
                                                .orElse(""),
                                        repeatedOptions,
                                        repeatedOptions)));
    }

    /** Waits for the directory to be given up. */
    Optional<DirectoryLock> takeWithin(Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            Optional<DirectoryLock> lock = DirectoryLock.tryHold(data.lock());
            if (lock.isPresent() || Instant.now().isAfter(deadline)) {
                return lock;
            }
            pause();
        }
    }

    /** @return the launcher's process, if one runs */
    Optional<Long> launcher() {
        if (!Files.exists(data.lock())) {
            return Optional.empty();
        }
        Optional<DirectoryLock> free = DirectoryLock.glance(data.lock());
        if (free.isPresent()) {
            free.get().close();
            return Optional.empty();
        }
        return DirectoryLock.lastHolder(data.lock());
    }

    /**
     * The stack, when it answers.
     *
     * @param purpose what the caller wants to do then, such as {@code then load}
     * @throws StartFailure when none is ready, with what to do
     */
    StackState ready(DataOption options, String purpose) {
        return launcher()
                .flatMap(launcher -> StackState.read(data.state()).filter(state -> state.launcherPid() == launcher))
                .filter(StackState::ready)
                .orElseThrow(() -> new StartFailure(
                        "No helpdesk is ready on %s: start it with './helpdesk up%s', wait until './helpdesk status%s' says that it is ready, %s."
                                .formatted(data.root(), options.repeated(), options.repeated(), purpose)));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for the data directory.", stopped);
        }
    }
}
