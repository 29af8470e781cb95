package helpdesk.ticket.rule;

import helpdesk.ticket.history.FieldChange;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Something that happened to a ticket and was not yet held against the triggers.
 *
 * @param rule the rule that made it happen; null when none did
 * @param depth how many rules it is away from what somebody did: 0 when no rule made it happen
 * @param root the event of what somebody did, or the act of an automation, from which it follows
 * @param eventId the event that tells of it
 * @param failed rules that could not do what they do
 * @param attempts how often it has failed otherwise
 */
record RuleTask(
        long seq,
        UUID ticketId,
        Happening happening,
        List<FieldChange> changes,
        UUID rule,
        int depth,
        UUID root,
        UUID eventId,
        String correlationId,
        String traceParent,
        Set<UUID> failed,
        int attempts) {

    /** Further away from what somebody did, no rule acts. */
    static final int DEEPEST = 5;

    /** More often rules do not act because of one thing that somebody did. */
    static final int MOST_ACTS = 100;
}
