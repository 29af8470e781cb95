package helpdesk.customer.visit;

import java.time.Instant;
import java.util.UUID;

/**
 * That a customer was here.
 *
 * @param what what they came for, or where; null when that is not known
 */
record Visit(UUID id, Instant at, String what, String createdBy) {}
