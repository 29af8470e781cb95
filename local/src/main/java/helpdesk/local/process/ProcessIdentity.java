package helpdesk.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one that happens to get the same number.
 *
 * @param pid its number
 * @param startedAt when it started, as the operating system says; null if it did not say
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    /** The kernel counts in ticks since its start, and that moment moves a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    /** @return the identity of a process that runs now */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(null));
    }

    /** @return the process, if it still runs, and is the same one */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        Optional<Instant> actual = process.info().startInstant();
        return startedAt == null
                || actual.isEmpty()
                || Duration.between(startedAt, actual.get()).abs().compareTo(TOLERANCE) <= 0;
    }
}
