package helpdesk.customer.organization;

import java.util.UUID;

/**
 * An organisation where only its name is shown.
 *
 * @param accountManagerId who cares for its customers, or null
 */
public record OrganizationName(UUID id, String name, UUID accountManagerId) {}
