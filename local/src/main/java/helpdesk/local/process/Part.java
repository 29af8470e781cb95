package helpdesk.local.process;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** One process of the stack, which is started, supervised and stopped as a whole. */
public interface Part {

    /** @return what people call it, such as {@code ticket-service} */
    String name();

    /** @return the port it serves */
    int port();

    /** @return where its output goes */
    Path log();

    /**
     * Starts the process and waits until it serves. When interrupted, or when it fails, nothing is left running.
     *
     * @param deadline when to give up
     * @param spawned told of the process as soon as it exists
     * @throws StartFailure if it does not come to serve; the message says why and what to do
     */
    RunningPart start(Instant deadline, Consumer<ProcessHandle> spawned);

    /** A part that serves, until its process ends. */
    interface RunningPart {

        /** @return its process */
        Process process();

        /** Stops it in order, or by force if it does not stop, and waits for its end. */
        void stop();
    }
}
