package helpdesk.ticket.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of all changes.
 *
 * @param next the cursor to go on with, always there: behind the last change it waits for the next
 * @param more whether there is more to read at once
 */
@Schema(name = "TicketFeed")
public record FeedPage(List<FeedChange> items, String next, boolean more) {}
