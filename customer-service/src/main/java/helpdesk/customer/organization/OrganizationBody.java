package helpdesk.customer.organization;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.field.CustomField;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be written of an organisation.
 *
 * @param domains whose mail addresses are in one of them belongs to the organisation from the beginning
 * @param accountManagerId who cares for all of its customers that have nobody of their own
 */
record OrganizationBody(
        @Schema(required = false)
        @NotNull(message = "An organisation has a name.")
        @Size(min = 1, max = 200, message = "A name has 1 to 200 characters.")
        @PlainText
        String name,

        @Size(max = 50, message = "An organisation has at most 50 domains.")
        @Schema(
                examples = "[\"example.com\"]",
                description = "Customers with mail addresses there belong to it when they become known")
        List<
                        @NotNull(message = "Write a domain, not null.")
                        @Size(max = 253, message = "A domain has at most 253 characters.")
                        @Pattern(regexp = DOMAIN, message = "Write a domain such as example.com.") String>
                domains,

        @Size(min = 1, max = 2000, message = "Notes have 1 to 2,000 characters.") @PlainText(multiline = true)
        String notes,

        UUID accountManagerId,

        @Size(max = 50, message = "At most 50 custom fields.")
        @Schema(description = CustomField.DESCRIPTION, maxProperties = 50)
        Map<@Pattern(regexp = CustomField.NAME, message = CustomField.NAME_MESSAGE) String, @CustomField JsonNode>
                customFields) {

    /** In one go, without a group that repeats: those go as deep as the text is long. */
    private static final String DOMAIN =
            "(?!.*\\.[.-])(?!.*-\\.)[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*\\.[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]";

    /** Fills in what was left out; domains are compared in lower case. */
    OrganizationBody {
        domains = domains == null
                ? List.of()
                : domains.stream()
                        .map(domain -> domain == null ? null : domain.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        customFields = customFields == null ? Map.of() : customFields;
    }
}
