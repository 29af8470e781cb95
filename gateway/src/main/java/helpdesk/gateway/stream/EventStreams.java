package helpdesk.gateway.stream;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.log.EventFilter;
import helpdesk.gateway.log.EventLog;
import helpdesk.gateway.log.LogTail;
import helpdesk.gateway.log.LoggedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Streams of events as they happen. A stream pulls: it reads on when its client has taken what it has, from memory when it is
 * near the end of the log and from the database otherwise. A slow client therefore costs one batch of memory and no thread.
 */
@ApplicationScoped
class EventStreams {

    private static final int BATCH = 100;

    private final EventLog log;
    private final LogTail tail;
    private final Map<StreamAudience, AtomicInteger> open = new EnumMap<>(
            Map.of(StreamAudience.STAFF, new AtomicInteger(), StreamAudience.CUSTOMERS, new AtomicInteger()));
    private final Thread endOnTermination = new Thread(() -> ending = true, "end-streams");
    private volatile boolean ending;

    EventStreams(EventLog log, LogTail tail) {
        this.log = log;
        this.tail = tail;
    }

    /** Streams never end by themselves, so a stop would wait for them as long as it waits for anything. */
    void start(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(endOnTermination);
    }

    void stop(@Observes ShutdownEvent event) {
        ending = true;
        try {
            Runtime.getRuntime().removeShutdownHook(endOnTermination);
        } catch (IllegalStateException alreadyRunning) {
            // It is what stops us.
        }
    }

    /**
     * The events behind the position that fit the filter, and those to come. Reads the database before it returns.
     *
     * @param position null for those to come only
     * @throws helpdesk.platform.problem.Problem {@code too-busy} when there are too many streams of this audience
     */
    Multi<LoggedEvent> open(Long position, EventFilter filter, StreamAudience audience) {
        AtomicInteger others = open.get(audience);
        if (others.incrementAndGet() > audience.most()) {
            others.decrementAndGet();
            throw GatewayProblem.TOO_BUSY
                    .problem(
                            "%d streams are open, which is the limit. Try again later, or poll the list.",
                            audience.most())
                    .retryAfter(Duration.ofSeconds(30));
        }
        tail.enter();
        AtomicBoolean left = new AtomicBoolean();
        Reader reader = new Reader(position == null ? tail.part().head() : position, filter);
        return Multi.createBy()
                .repeating()
                .uni(reader::next)
                .indefinitely()
                .onItem()
                .<LoggedEvent>disjoint()
                .onTermination()
                .invoke(() -> {
                    if (left.compareAndSet(false, true)) {
                        tail.leave();
                        others.decrementAndGet();
                    }
                });
    }

    /** Whether all streams shall end, because the gateway stops. */
    boolean ending() {
        return ending;
    }

    private final class Reader {

        private final EventFilter filter;
        private volatile long position;

        private Reader(long position, EventFilter filter) {
            this.position = position;
            this.filter = filter;
        }

        /** The next events; empty when there may be more to be seen without waiting. */
        private Uni<List<LoggedEvent>> next() {
            var growth = tail.growth();
            LogTail.Part part = tail.part();
            if (position < part.from()) {
                return Uni.createFrom()
                        .item(() -> fromDatabase(part))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            }
            List<LoggedEvent> found = part.after(position).stream()
                    .filter(event -> filter.fits(event.type(), event.subject()))
                    .toList();
            position = Math.max(position, part.head());
            return found.isEmpty()
                    ? Uni.createFrom().completionStage(growth).replaceWith(List.of())
                    : Uni.createFrom().item(found);
        }

        private List<LoggedEvent> fromDatabase(LogTail.Part part) {
            List<LoggedEvent> found = log.after(position, filter, BATCH);
            // Everything up to the head was visible before this query; when it found nothing, there is nothing.
            position = found.isEmpty() ? part.head() : found.getLast().position();
            return found;
        }
    }
}
