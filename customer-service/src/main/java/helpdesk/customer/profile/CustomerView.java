package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer as the API shows it.
 *
 * @param mergedIntoId the profile in which this one goes on; absent when it stands for itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerView(
        UUID id,
        String name,
        String preferredName,
        String pronunciation,
        List<String> emails,
        List<String> phones,
        List<Handle> handles,
        List<String> languages,
        String timeZone,
        LocalDate birthday,
        String cultureNotes,
        String accessibilityNeeds,
        UUID organizationId,
        UUID accountManagerId,
        ContactChannel preferredChannel,
        boolean doNotContact,
        UUID mergedIntoId,
        Map<String, JsonNode> customFields,
        Instant lastContactAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static CustomerView of(Customer customer) {
        CustomerDetails details = customer.details();
        return new CustomerView(
                customer.id(),
                details.name(),
                details.preferredName(),
                details.pronunciation(),
                details.emails(),
                details.phones(),
                details.handles(),
                details.languages(),
                details.timeZone(),
                details.birthday(),
                details.cultureNotes(),
                details.accessibilityNeeds(),
                details.organizationId(),
                details.accountManagerId(),
                details.preferredChannel(),
                details.doNotContact(),
                customer.mergedIntoId(),
                details.customFields(),
                customer.lastContactAt(),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
