package helpdesk.ticket.listing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tickets each of the views has that the caller sees. */
@Schema(name = "TicketViewCounts")
public record ViewCounts(List<ViewCount> items) {}
