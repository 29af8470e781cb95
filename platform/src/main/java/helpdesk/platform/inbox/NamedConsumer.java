package helpdesk.platform.inbox;

/**
 * A consumer whose dead letters can be redelivered. Each class with an {@code @Incoming} method implements it, so that the
 * operator's endpoint finds the handler that failed.
 */
public interface NamedConsumer {

    /** The stable name of the consumer, for example {@code customer-service.tickets}; it is part of the inbox key. */
    String consumer();

    /** What the consumer does with an event. */
    EventHandler handler();
}
