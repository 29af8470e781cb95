package helpdesk.gateway.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ids of the events that the broker has, in the order in which they were sent. */
@Schema(name = "AcceptedEvents")
public record Accepted(List<String> ids) {}
