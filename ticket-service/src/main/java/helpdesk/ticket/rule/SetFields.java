package helpdesk.ticket.rule;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.macro.MacroChanges;
import helpdesk.ticket.ticketing.RuledTickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What setting fields would change of a ticket that is, or was, so. */
final class SetFields {

    private SetFields() {}

    static List<FieldChange> of(MacroChanges changes, Facts facts) {
        List<FieldChange> differences = new ArrayList<>();
        set(
                differences,
                facts,
                ConditionField.STATUS,
                changes.status() == null ? null : changes.status().wireName());
        set(
                differences,
                facts,
                ConditionField.PRIORITY,
                changes.priority() == null ? null : changes.priority().wireName());
        set(differences, facts, ConditionField.GROUP, changes.group());
        set(differences, facts, ConditionField.CATEGORY, changes.category());
        set(differences, facts, ConditionField.CAUSE, changes.cause());
        assignee(changes.assignee(), facts).ifPresent(differences::add);
        tags(changes, facts).ifPresent(differences::add);
        if (changes.customFields() != null) {
            changes.customFields().forEach((key, value) -> custom(differences, facts, key, value));
        }
        return differences;
    }

    /** The tier above, as long as there is one. */
    static Optional<FieldChange> nextTier(Facts facts) {
        int tier = Integer.parseInt(facts.fields().apply(ConditionField.TIER).getFirst());
        return tier < RuledTickets.HIGHEST_TIER
                ? Optional.of(FieldChange.of("tier", tier, tier + 1))
                : Optional.empty();
    }

    private static void set(List<FieldChange> differences, Facts facts, ConditionField field, String wanted) {
        String present = one(facts, field);
        if (wanted != null && !wanted.equals(present)) {
            differences.add(FieldChange.of(field.nameInTicket(), present, wanted));
        }
    }

    private static Optional<FieldChange> assignee(String assignee, Facts facts) {
        String present = one(facts, ConditionField.ASSIGNEE);
        String wanted = "none".equals(assignee) ? null : assignee;
        return assignee == null || Objects.equals(wanted, present)
                ? Optional.empty()
                : Optional.of(FieldChange.of(ConditionField.ASSIGNEE.nameInTicket(), present, wanted));
    }

    private static Optional<FieldChange> tags(MacroChanges changes, Facts facts) {
        List<String> present = facts.fields().apply(ConditionField.TAG);
        List<String> wanted = changes.tagged(present);
        return wanted.equals(present)
                ? Optional.empty()
                : Optional.of(FieldChange.of(ConditionField.TAG.nameInTicket(), present, wanted));
    }

    private static void custom(List<FieldChange> differences, Facts facts, String key, JsonNode value) {
        List<String> present = facts.customFields().apply(key);
        if (!present.equals(Facts.texts(value))) {
            differences.add(FieldChange.of(Facts.CUSTOM_FIELDS + "." + key, present, value));
        }
    }

    private static String one(Facts facts, ConditionField field) {
        return facts.fields().apply(field).stream().findFirst().orElse(null);
    }
}
