package helpdesk.feedback.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.feedback.invitation.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a complaint needs of ticket events.
 *
 * @param requester of the resolution only
 * @param resolvedAt of the resolution only
 * @param changes of a change only
 * @param probe whether nobody is behind it
 */
record ToldTicket(
        UUID ticketId,
        String type,
        UUID customerId,
        String language,
        Contact requester,
        Instant resolvedAt,
        List<Change> changes,
        boolean probe) {

    private static final String COMPLAINT = "complaint";
    private static final String CAUSE = "cause";
    private static final String ENGLISH = "en";

    ToldTicket {
        Objects.requireNonNull(ticketId, "ticketId");
        language = language == null ? ENGLISH : language;
        changes = changes == null ? List.of() : changes;
    }

    /** What changed; the field's former value does not matter. */
    record Change(String field, JsonNode to) {

        String text() {
            return to == null || to.isNull() ? null : to.asText();
        }
    }

    boolean isComplaint() {
        return COMPLAINT.equals(type);
    }

    /** The change of the cause, if it changed. */
    Optional<Change> causeChange() {
        return changes.stream().filter(change -> CAUSE.equals(change.field())).reduce((former, latter) -> latter);
    }
}
