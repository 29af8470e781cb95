package helpdesk.customer.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.TemplateText;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit that an event tells of, as templates. */
@Schema(name = "MappedVisit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MappedVisit(
        @TemplateText
        @Size(min = 1, max = MappedCustomer.LINE, message = MappedCustomer.LINE_MESSAGE)
        @Schema(
                description = "RFC 3339. The time of the event when left out or not found",
                examples = "{{data.paidAt}}")
        String at,

        @TemplateText
        @Size(min = 1, max = MappedCustomer.LINE, message = MappedCustomer.LINE_MESSAGE)
        @Schema(description = "What for, or where", examples = "Shop in {{data.shop.city}}")
        String what) {

    Stream<String> templates() {
        return Stream.of(at, what).filter(Objects::nonNull);
    }
}
