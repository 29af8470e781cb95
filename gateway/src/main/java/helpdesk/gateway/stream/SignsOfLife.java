package helpdesk.gateway.stream;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Says on a stream every 15 seconds that it is alive, and ends it when it must end. */
final class SignsOfLife {

    /** How often a stream looks whether it may go on; each fifth time it says that it is alive. */
    private static final Duration CHECK = Duration.ofSeconds(3);

    private static final int CHECKS_A_HEARTBEAT = 5;
    private static final int PREFETCH = 16;

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
        OutboundSseEvent goodbye = sse.newEventBuilder().comment("goodbye").build();
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
                .first(event -> event != goodbye);
    }
}
