package helpdesk.customer.profile;

import java.util.UUID;

/**
 * Whose something is.
 *
 * @param originId the profile it was of, when that goes on in the customer's; null when it is the customer's own
 */
public record Owner(UUID customerId, UUID originId) {}
