package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.platform.mapping.MappingFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mapping as the API tells it.
 *
 * @param lastFailures what it could not do last, the latest first, at most ten
 */
@Schema(name = "TicketMapping")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketMappingView(
        UUID id,
        @JsonUnwrapped TicketMappingBody mapping,
        List<MappingFailure> lastFailures,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static TicketMappingView of(TicketMapping mapping, List<MappingFailure> lastFailures) {
        return new TicketMappingView(
                mapping.id(),
                mapping.writable(),
                lastFailures,
                mapping.createdAt(),
                mapping.updatedAt(),
                mapping.version());
    }
}
