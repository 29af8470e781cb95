package helpdesk.customer.mapping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.mapping.TemplateText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who an event is about, as templates. */
@Schema(
        name = "MappedCustomer",
        description =
                "Recognised by customerId, or else by mail address, phone number or handle, in this order; who is not known "
                        + "gets a profile, and who is learns the rest of them")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MappedCustomer(
        @TemplateText @Size(min = 1, max = LINE, message = LINE_MESSAGE) @Schema(description = "Our own id")
        String customerId,

        @TemplateText @Size(min = 1, max = LINE, message = LINE_MESSAGE) @Schema(examples = "{{data.buyer.mail}}")
        String email,

        @TemplateText @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        String phone,

        @TemplateText
        @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        @Schema(
                description = "The other system, for its own number of the customer. Together they are a handle",
                examples = "till")
        String network,

        @TemplateText
        @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        @Schema(description = "Its number of the customer, or a name on a network", examples = "{{data.cardNumber}}")
        String handle,

        @TemplateText
        @Size(min = 1, max = LINE, message = LINE_MESSAGE)
        @Schema(description = "Of a profile that is made")
        String name,

        @TemplateText @Size(min = 1, max = LINE, message = LINE_MESSAGE) @Schema(description = "The same")
        String preferredName) {

    /** The most characters that a template for a line has. */
    static final int LINE = 500;

    /** What {@link #LINE} says. */
    static final String LINE_MESSAGE = "A template for one line has 1 to 500 characters.";

    @JsonIgnore
    @AssertTrue(message = "Write by what the customer is recognised: customerId, email, phone, or network with handle.")
    boolean isRecognisable() {
        return (network == null) == (handle == null)
                && Stream.of(customerId, email, phone, handle).anyMatch(Objects::nonNull);
    }

    Stream<String> templates() {
        return Stream.of(customerId, email, phone, network, handle, name, preferredName)
                .filter(Objects::nonNull);
    }
}
