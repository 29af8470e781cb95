package helpdesk.ticket.ticketing;

import helpdesk.ticket.vocabulary.TicketStatus;
import java.util.List;
import java.util.UUID;

/**
 * What merging a ticket into another did.
 *
 * @param formerStatus where the source stood
 * @param addedTags tags that the target had not
 * @param addedFollowers followers that the target had not
 */
public record Merging(TicketStatus formerStatus, List<String> addedTags, List<UUID> addedFollowers) {}
