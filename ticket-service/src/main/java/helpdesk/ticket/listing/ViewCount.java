package helpdesk.ticket.listing;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many tickets a view has.
 *
 * @param count counting stops at 1,000
 * @param more whether there are more than that
 */
@Schema(name = "TicketViewCount")
public record ViewCount(UUID id, String name, long count, boolean more) {}
