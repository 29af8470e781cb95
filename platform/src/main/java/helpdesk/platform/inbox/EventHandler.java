package helpdesk.platform.inbox;

/** What a consumer does with one event, inside the transaction of its inbox row. */
@FunctionalInterface
public interface EventHandler {

    /** Takes effect, or ignores a type that does not concern it. A failure rolls the effect and the inbox row back. */
    void handle(IncomingEvent event);
}
