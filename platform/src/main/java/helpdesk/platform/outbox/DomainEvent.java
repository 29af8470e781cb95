package helpdesk.platform.outbox;

/**
 * Something that happened to an aggregate. Implemented by records whose components are, as JSON, the event's {@code data};
 * the contract is {@code contracts/events/<type>.schema.json}.
 */
public interface DomainEvent {

    /** The wire name, for example {@code org.helpdesk.ticket.opened.v1}. */
    String eventType();
}
