package helpdesk.ticket.rule;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.condition.TextField;
import helpdesk.ticket.history.FieldChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ticket as it once was: goes back from how it is, change by change. */
final class PastTicket {

    private final Facts present;
    private final Map<String, JsonNode> former = new HashMap<>();
    private final Instant openedAt;

    /** @param present how it is */
    PastTicket(Facts present, Instant openedAt) {
        this.present = present;
        this.openedAt = openedAt;
    }

    /**
     * What was so right after some changes.
     *
     * @param statusSince since when it had the status that it had then
     */
    Facts after(List<FieldChange> changes, Instant at, Instant statusSince) {
        return Facts.of(this::values, this::customValues, this::text).at(changes, moment -> switch (moment) {
            case OPENED -> age(openedAt, at);
            case STATUS -> age(statusSince, at);
            case UPDATED -> Duration.ZERO;
        });
    }

    /** Goes back to before these changes. */
    void undo(List<FieldChange> changes) {
        changes.forEach(change -> former.put(change.field(), change.from()));
    }

    private List<String> values(ConditionField field) {
        String name = field.nameInTicket();
        return former.containsKey(name)
                ? Facts.texts(former.get(name))
                : present.fields().apply(field);
    }

    private List<String> customValues(String key) {
        return former.containsKey(Facts.CUSTOM_FIELDS)
                ? Facts.texts(Facts.of(former.get(Facts.CUSTOM_FIELDS), key))
                : present.customFields().apply(key);
    }

    private String text(TextField text) {
        JsonNode subject = text == TextField.SUBJECT ? former.get("subject") : null;
        return subject == null ? present.texts().apply(text) : subject.asText();
    }

    private static Duration age(Instant since, Instant at) {
        return since.isBefore(at) ? Duration.between(since, at) : Duration.ZERO;
    }
}
