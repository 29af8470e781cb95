package helpdesk.customer.organization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Organization")
record OrganizationView(
        UUID id,
        String name,
        List<String> domains,
        String notes,
        UUID accountManagerId,
        Map<String, JsonNode> customFields,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static OrganizationView of(Organization organization) {
        OrganizationBody body = organization.writable();
        return new OrganizationView(
                organization.id(),
                body.name(),
                body.domains(),
                body.notes(),
                body.accountManagerId(),
                body.customFields(),
                organization.createdAt(),
                organization.updatedAt(),
                organization.version());
    }
}
