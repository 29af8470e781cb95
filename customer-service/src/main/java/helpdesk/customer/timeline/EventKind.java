package helpdesk.customer.timeline;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.PoisonException;

/** Our event types as the timeline calls them: {@code org.helpdesk.ticket.opened.v1} is {@code ticket.opened}. */
final class EventKind {

    /** What the types of our own services begin with; nobody else may use it. */
    static final String OURS = "org.helpdesk.";

    private static final String VERSION = ".v1";

    private EventKind() {}

    /**
     * The kind. A version that we do not know stays in it, and so makes it a kind that we do not know.
     *
     * @throws PoisonException when the type is none of ours
     */
    static String of(IncomingEvent event) {
        String type = event.type();
        if (!type.startsWith(OURS)) {
            throw new PoisonException("The type " + type + " does not belong on this topic");
        }
        String kind = type.substring(OURS.length());
        return kind.endsWith(VERSION) ? kind.substring(0, kind.length() - VERSION.length()) : kind;
    }
}
