package helpdesk.platform.mapping;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a mapping could not do with an event: which one, and why. */
@Schema(name = "MappingFailure")
public record MappingFailure(String eventSource, String eventId, String code, String detail, Instant at) {}
