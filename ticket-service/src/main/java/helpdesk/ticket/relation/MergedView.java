package helpdesk.ticket.relation;

import helpdesk.ticket.ticketing.TicketView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge led to. */
@Schema(name = "MergedTickets")
public record MergedView(TicketView ticket, List<MergeView> merges) {}
