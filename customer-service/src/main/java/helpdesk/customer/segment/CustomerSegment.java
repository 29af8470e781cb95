package helpdesk.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment to which somebody belongs. */
@Schema(name = "CustomerSegment")
record CustomerSegment(UUID id, String name, boolean ideal, Instant since) {}
