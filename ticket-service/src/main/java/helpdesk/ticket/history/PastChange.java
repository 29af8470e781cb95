package helpdesk.ticket.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A change that once happened.
 *
 * @param version the ticket's version that the change led to
 * @param cause the type of the event that tells of it, for example {@code ticket.assigned}
 * @param ruleId the rule that made it; null when none did
 * @param depth how many steps that rule was away from what somebody did; 0 without a rule
 */
public record PastChange(
        UUID ticketId, long version, Instant at, String cause, UUID ruleId, int depth, FieldChange change) {

    /** Fields of which a change does not say that something was done with the ticket. */
    static final List<String> NOTHING_DONE = List.of("notice", "signal", "webhook", "acknowledgedAt", "customerId");

    /** Whether it says that something was done with the ticket, after which it was last updated. */
    public boolean isUpdate() {
        return !NOTHING_DONE.contains(change.field())
                && !change.field().startsWith("serviceLevel.")
                && !cause.equals("ticket.plan-step-late");
    }
}
