package helpdesk.local.stack;

import helpdesk.local.process.Part;
import java.time.Duration;

/** Learns what becomes of the parts. */
public interface PartListener {

    /** A process of the part exists; it does not serve yet. */
    void spawned(Part part, ProcessHandle process);

    /**
     * The part serves.
     *
     * @param after how long the start took
     */
    void ready(Part part, Duration after);

    /**
     * The part ended, or could not be started again, without having been asked to end.
     *
     * @param reason what happened, as a sentence
     * @param wait how long until it is started again
     */
    void died(Part part, String reason, Duration wait);

    /** The part was stopped in order. */
    void stopped(Part part, Duration after);
}
