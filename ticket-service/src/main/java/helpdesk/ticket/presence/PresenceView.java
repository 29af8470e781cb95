package helpdesk.ticket.presence;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is at a ticket, and what they do. */
@Schema(name = "TicketPresence")
public record PresenceView(List<Present> items) {

    /** One of them. */
    @Schema(name = "Present")
    public record Present(PresenceEvent.Who agent, Activity activity, Instant since) {}
}
