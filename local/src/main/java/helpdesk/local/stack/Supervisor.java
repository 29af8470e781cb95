package helpdesk.local.stack;

import helpdesk.local.process.Part;
import helpdesk.local.process.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Keeps one part running: starts it, and starts it again when it dies, until told to stop. */
final class Supervisor {

    /** A part that comes back may take its time; only its first start is held against the stack's deadline. */
    private static final Duration PATIENCE_WITH_LATER_STARTS = Duration.ofMinutes(10);

    private final Part part;
    private final PartListener listener;
    private final Instant firstDeadline;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;

    /** @param firstDeadline when to give up on the part's first start */
    Supervisor(Part part, PartListener listener, Instant firstDeadline) {
        this.part = part;
        this.listener = listener;
        this.firstDeadline = firstDeadline;
        this.thread = Thread.ofVirtual().name("supervisor-" + part.name()).unstarted(this::run);
    }

    /**
     * Starts the part.
     *
     * @return completed when it serves for the first time, or exceptionally with a {@link StartFailure}
     */
    CompletableFuture<Void> start() {
        thread.start();
        return firstReady;
    }

    /** Stops the part, whatever it is doing, and waits for its end. */
    void stop() {
        Instant begin = Instant.now();
        // A part that could not start has ended by itself, though its thread may take a moment longer.
        boolean wasRunning = thread.isAlive() && !firstReady.isCompletedExceptionally();
        stopping = true;
        thread.interrupt();
        join();
        if (wasRunning) {
            listener.stopped(part, Duration.between(begin, Instant.now()));
        }
    }

    private void run() {
        try {
            while (!stopping) {
                String reason = serveOnce();
                if (!stopping) {
                    Duration wait = backoff.next();
                    listener.died(part, reason, wait);
                    Thread.sleep(wait);
                }
            }
        } catch (InterruptedException told) {
            // Stopping is what interrupts it, and everything it had is closed by now.
        } catch (RuntimeException failed) {
            firstReady.completeExceptionally(failed);
        }
    }

    /** @return why the part does not serve any more */
    private String serveOnce() throws InterruptedException {
        Instant begin = Instant.now();
        Instant deadline = firstReady.isDone() ? begin.plus(PATIENCE_WITH_LATER_STARTS) : firstDeadline;
        Part.RunningPart running;
        try {
            running = part.start(deadline, process -> listener.spawned(part, process));
        } catch (RuntimeException failed) {
            if (stopping || !firstReady.isDone()) {
                throw failed;
            }
            return failed instanceof StartFailure ? failed.getMessage() : failed.toString();
        }
        try {
            Instant ready = Instant.now();
            listener.ready(part, Duration.between(begin, ready));
            firstReady.complete(null);
            int exitCode = running.process().waitFor();
            backoff.served(Duration.between(ready, Instant.now()));
            return "It ended with exit code %d.".formatted(exitCode);
        } finally {
            running.stop();
        }
    }

    private void join() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
