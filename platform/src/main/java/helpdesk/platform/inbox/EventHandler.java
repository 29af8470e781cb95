package helpdesk.platform.inbox;

import java.util.List;

/** What a consumer does with one event, inside the transaction of its inbox row. */
@FunctionalInterface
public interface EventHandler {

    /** Takes effect, or ignores a type that does not concern it. A failure rolls the effect and the inbox row back. */
    void handle(IncomingEvent event);

    /**
     * Gets ready for events that are handled in one transaction, before the first of them. Who changes rows that other
     * transactions change too locks them here, all in one order, so that no two ever wait for each other.
     */
    default void prepare(List<IncomingEvent> events) {
        // Most have nothing to get ready.
    }
}
