package helpdesk.gateway.log;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * The newest part of the log in memory, read once for all who watch it: after each append of this process, and five times a
 * second for what other replicas append. Nothing is read while nobody watches.
 */
@ApplicationScoped
public class LogTail {

    private static final Logger LOG = Logger.getLogger(LogTail.class);
    private static final long POLL_MILLIS = 200;

    /** At least this often watchers look again, so that those who are gone are forgotten. */
    private static final int POLLS_UNTIL_NUDGE = 75;

    private static final int READ_AT_ONCE = 500;
    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final EventFilter EVERYTHING = EventFilter.of(null, null, true);

    private final EventLog log;
    private final Vertx vertx;
    private final AtomicInteger watchers = new AtomicInteger();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile boolean again;
    private volatile boolean outdated;
    private volatile Part part = new Part(0, 0, List.of());
    private volatile CompletableFuture<Void> growth = new CompletableFuture<>();
    private int polls;

    LogTail(EventLog log, Vertx vertx) {
        this.log = log;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(POLL_MILLIS, poll -> {
            if (++polls % POLLS_UNTIL_NUDGE == 0) {
                announce();
                forget();
            }
            wake();
        });
    }

    /**
     * Begins to watch. Reads the database.
     *
     * @return how many watch now
     */
    public synchronized int enter() {
        if (watchers.get() == 0) {
            long last = log.last();
            part = new Part(last, last, List.of());
        }
        return watchers.incrementAndGet();
    }

    /** Ends to watch. */
    public void leave() {
        watchers.decrementAndGet();
    }

    /** What is in memory now. */
    public Part part() {
        return part;
    }

    /**
     * Completes with the next growth of the log, or a little later without one. To be asked for before {@link #part()}. It is
     * the caller's own: cancelling it cancels nobody else's.
     */
    public CompletionStage<Void> growth() {
        return growth.copy();
    }

    /**
     * Lets go of what is in memory: whoever looks back reads the database. Something may have been erased there since; what other
     * replicas erased is let go of with the next nudge.
     */
    void forget() {
        outdated = true;
        wake();
    }

    /** Says that something may have been appended. Returns at once. */
    void wake() {
        if (watchers.get() == 0) {
            return;
        }
        again = true;
        if (reading.compareAndSet(false, true)) {
            vertx.executeBlocking(
                    () -> {
                        read();
                        return null;
                    },
                    false);
        }
    }

    private void read() {
        try {
            while (again) {
                again = false;
                readOnce();
            }
        } catch (RuntimeException e) {
            LOG.debugf("The log is read again shortly: %s", e.getMessage());
        } finally {
            reading.set(false);
        }
    }

    private synchronized void readOnce() {
        if (outdated) {
            outdated = false;
            part = new Part(part.head(), part.head(), List.of());
        }
        List<LoggedEvent> fresh = log.after(part.head(), EVERYTHING, READ_AT_ONCE);
        if (!fresh.isEmpty()) {
            part = part.with(fresh);
            again = again || fresh.size() == READ_AT_ONCE;
            announce();
        }
    }

    private void announce() {
        CompletableFuture<Void> former = growth;
        growth = new CompletableFuture<>();
        former.complete(null);
    }

    /**
     * A gapless part of the log.
     *
     * @param from the position before its first event
     * @param head the position of its last event
     */
    public record Part(long from, long head, List<LoggedEvent> events) {

        /** Those behind the position, which is in this part. */
        public List<LoggedEvent> after(long position) {
            int low = 0;
            int high = events.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (events.get(middle).position() > position) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return events.subList(low, events.size());
        }

        Part with(List<LoggedEvent> fresh) {
            List<LoggedEvent> all = new ArrayList<>(events);
            all.addAll(fresh);
            int characters = 0;
            int first = all.size();
            while (first > 0 && all.size() - first < MOST_EVENTS && characters < MOST_CHARACTERS) {
                first--;
                characters += all.get(first).envelope().length();
            }
            long before = first == 0 ? from : all.get(first - 1).position();
            return new Part(before, fresh.getLast().position(), List.copyOf(all.subList(first, all.size())));
        }
    }
}
