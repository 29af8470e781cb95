package helpdesk.gateway.intake;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A CloudEvent in its JSON form, as the API document shows it. Other attributes of one's own may stand beside these. */
@Schema(
        name = "CloudEvent",
        description = "A CloudEvent 1.0 in its JSON form; extension attributes stand beside these",
        additionalProperties = String.class,
        requiredProperties = {"specversion", "id", "source", "type"})
public record EventSchema(
        @Schema(examples = "1.0") String specversion,

        @Schema(examples = "order-77120-delayed-1", description = "Unique together with source")
        String id,

        @Schema(examples = "https://shop.example.org/orders")
        String source,

        @Schema(examples = "org.example.order.delayed.v1") String type,
        @Schema(examples = "order-77120") String subject,
        Instant time,
        @Schema(examples = "application/json") String datacontenttype,
        String dataschema,

        @Schema(description = "Absent, with the attribute erased, when it was about somebody who was forgotten")
        Map<String, Object> data) {}
