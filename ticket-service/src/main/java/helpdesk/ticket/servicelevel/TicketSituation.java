package helpdesk.ticket.servicelevel;

import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.vocabulary.Priority;
import java.util.UUID;

/**
 * What service levels need to know of a ticket.
 *
 * @param isSolved whether nothing is awaited of us any more
 * @param isAsked whether the requester asked for something, and awaits an answer from the first moment
 */
public record TicketSituation(
        UUID ticketId, Priority priority, Waiting waiting, boolean isSolved, boolean isAsked, Facts facts) {}
