package helpdesk.ticket.servicelevel;

import helpdesk.ticket.vocabulary.Priority;
import java.util.UUID;

/**
 * What would be otherwise, from the start.
 *
 * @param policyId the policy that would have held; when null, the one that holds now
 * @param calendarId the calendar that it would have counted by; when null, its own
 * @param priority the ticket's; when null, that of each time
 */
public record Supposition(UUID policyId, UUID calendarId, Priority priority) {

    /** Whether nothing would be otherwise. */
    boolean isNothing() {
        return policyId == null && calendarId == null && priority == null;
    }
}
