package helpdesk.customer.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.platform.mapping.MappingFailure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mapping of events to customers as the API shows it.
 *
 * @param lastFailures what it could not do last, the latest first, at most ten; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CustomerMapping")
record CustomerMappingView(
        UUID id,
        @JsonUnwrapped CustomerMappingBody mapping,
        List<MappingFailure> lastFailures,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CustomerMappingView of(CustomerMapping mapping, List<MappingFailure> lastFailures) {
        return new CustomerMappingView(
                mapping.id(),
                mapping.writable(),
                lastFailures,
                mapping.createdAt(),
                mapping.updatedAt(),
                mapping.version());
    }
}
