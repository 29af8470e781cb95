package helpdesk.ticket.servicelevel;

import helpdesk.ticket.vocabulary.Priority;
import java.util.UUID;

/**
 * What would be otherwise. What is null is as it is.
 *
 * @param policyId the policy that would have held from the start
 * @param calendarId the calendar that it would have counted by
 * @param priority the ticket's from the start
 */
public record Supposition(UUID policyId, UUID calendarId, Priority priority) {}
