package helpdesk.gateway.stream;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Says on a stream every 15 seconds that it is alive, and ends it when it must end, with the time after which to come back. */
final class SignsOfLife {

    /** How often a stream looks whether it may go on; each fifth time it says that it is alive. */
    private static final Duration CHECK = Duration.ofSeconds(3);

    private static final int CHECKS_A_HEARTBEAT = 5;
    private static final int PREFETCH = 16;

    /** All of them end when the gateway stops, and shall not come back all at once. */
    private static final long LEAST_PAUSE_MILLIS = 500;

    private static final long MOST_PAUSE_MILLIS = 3_000;

    private SignsOfLife() {}

    /**
     * The events with the signs.
     *
     * @param lifetime after which it ends in any case
     * @param mustEnd asked every 3 seconds
     */
    static Multi<OutboundSseEvent> with(
            Multi<OutboundSseEvent> events, Sse sse, Duration lifetime, BooleanSupplier mustEnd) {
        OutboundSseEvent stillHere = sse.newEventBuilder().comment("still here").build();
        OutboundSseEvent goodbye = sse.newEventBuilder()
                .comment("goodbye")
                .reconnectDelay(ThreadLocalRandom.current().nextLong(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS))
                .build();
        Multi<OutboundSseEvent> signs = Multi.createFrom()
                .ticks()
                .every(CHECK)
                .onOverflow()
                .drop()
                .select()
                .where(tick -> tick % CHECKS_A_HEARTBEAT == 0 || mustEnd.getAsBoolean())
                .map(tick -> mustEnd.getAsBoolean() ? goodbye : stillHere);
        return Multi.createBy()
                .merging()
                .withRequests(PREFETCH)
                .streams(events, signs)
                .select()
                .first(lifetime)
                .select()
                .first(event -> event != goodbye)
                .onCompletion()
                .continueWith(goodbye);
    }
}
