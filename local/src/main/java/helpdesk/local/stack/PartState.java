package helpdesk.local.stack;

import helpdesk.local.process.ProcessIdentity;
import java.time.Instant;

/**
 * What is known about a part, as other commands read it.
 *
 * @param name what people call it
 * @param phase what it is doing
 * @param pid its process, 0 if there is none
 * @param startedAt when that process started, null if unknown; RFC 3339
 * @param port where it serves
 * @param restarts how often it was started again
 */
public record PartState(String name, Phase phase, long pid, String startedAt, int port, int restarts) {

    /** What a part is doing. */
    public enum Phase {
        /** Not serving yet. */
        STARTING,
        /** Serving. */
        READY,
        /** Ended by itself, about to be started again. */
        WAITING,
        /** Stopped in order. */
        STOPPED
    }

    static PartState expected(String name, int port) {
        return new PartState(name, Phase.STARTING, 0, null, port, 0);
    }

    PartState spawned(ProcessHandle process) {
        ProcessIdentity identity = ProcessIdentity.of(process);
        String started =
                identity.startedAt() == null ? null : identity.startedAt().toString();
        return new PartState(name, Phase.STARTING, identity.pid(), started, port, restarts);
    }

    PartState ready() {
        return new PartState(name, Phase.READY, pid, startedAt, port, restarts);
    }

    PartState died() {
        return new PartState(name, Phase.WAITING, 0, null, port, restarts + 1);
    }

    PartState stopped() {
        return new PartState(name, Phase.STOPPED, 0, null, port, restarts);
    }

    /** @return the process, as far as it is known */
    public ProcessIdentity identity() {
        return new ProcessIdentity(pid, startedAt == null ? null : Instant.parse(startedAt));
    }
}
