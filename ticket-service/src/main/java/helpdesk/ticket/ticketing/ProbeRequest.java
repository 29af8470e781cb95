package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;

/**
 * A request that we open ourselves, as a customer would.
 *
 * @param email null when the requester has none
 * @param language a BCP 47 tag, or null
 */
public record ProbeRequest(
        Channel channel,
        String name,
        String email,
        String subject,
        String description,
        String language,
        Priority priority) {}
