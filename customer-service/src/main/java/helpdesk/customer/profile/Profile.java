package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer as events tell it: what others need to address and reach the person, and no more. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Profile(
        UUID customerId,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<Handle> handles,
        List<String> languages,
        String timeZone,
        UUID organizationId,
        UUID accountManagerId,
        ContactChannel preferredChannel,
        Boolean doNotContact,
        List<Consent> consents,
        Instant createdAt) {

    static Profile of(UUID id, CustomerDetails details, List<Consent> consents, Instant createdAt) {
        return new Profile(
                id,
                details.name(),
                details.preferredName(),
                details.emails(),
                details.phones(),
                details.handles(),
                details.languages(),
                details.timeZone(),
                details.organizationId(),
                details.accountManagerId(),
                details.preferredChannel(),
                details.doNotContact(),
                consents,
                createdAt);
    }
}
