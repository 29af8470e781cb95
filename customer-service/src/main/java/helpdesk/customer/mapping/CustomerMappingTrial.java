package helpdesk.customer.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which mapping to try on which event. */
@Schema(name = "CustomerMappingTrial")
record CustomerMappingTrial(
        @NotNull(message = "Give the event.")
        @Schema(
                description =
                        "A CloudEvent in structured form, as it is sent to POST /api/v1/events; type and source are needed",
                examples =
                        "{\"type\": \"com.example.till.paid\", \"source\": \"/till\", \"data\": {\"mail\": \"amara@example.org\"}}")
        JsonNode event,

        @Schema(description = "A mapping that exists; it need not be active")
        UUID mappingId,

        @Valid @Schema(description = "Or one that is only thought of. Without either, all that are active are tried")
        CustomerMappingBody mapping) {}
