package helpdesk.ticket.ticketing;

import java.util.List;
import java.util.UUID;

/**
 * What somebody on our side put on a ticket.
 *
 * @param mentions agents who are named in it
 * @param answers whether it is a person's answer to the customer, which stops the clocks that wait for one
 * @param text what is found by its words
 */
public record WrittenComment(
        UUID id, AuthorData author, String visibility, List<UUID> mentions, boolean answers, String text) {}
