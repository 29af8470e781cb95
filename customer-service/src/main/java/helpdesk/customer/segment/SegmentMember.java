package helpdesk.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who belongs to a segment. */
@Schema(name = "SegmentMember")
record SegmentMember(UUID customerId, String name, Instant since) {}
