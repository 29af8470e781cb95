package helpdesk.ticket.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.TemplateText;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asks, as templates: a customer by id, or anybody by what the event tells of them. */
@Schema(name = "MappedRequester", description = "Either customerId, or any of name, email and phone")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappedRequester(
        @TemplateText
        @Size(min = 1, max = MappedTicket.LINE, message = MappedTicket.LINE_MESSAGE)
        @Schema(examples = "{{data.customer.id}}")
        String customerId,

        @TemplateText @Size(min = 1, max = MappedTicket.LINE, message = MappedTicket.LINE_MESSAGE)
        String name,

        @TemplateText
        @Size(min = 1, max = MappedTicket.LINE, message = MappedTicket.LINE_MESSAGE)
        @Schema(description = "What is written to the requester of a ticket goes there")
        String email,

        @TemplateText @Size(min = 1, max = MappedTicket.LINE, message = MappedTicket.LINE_MESSAGE)
        String phone) {

    Stream<String> templates() {
        return Stream.of(customerId, name, email, phone).filter(Objects::nonNull);
    }
}
