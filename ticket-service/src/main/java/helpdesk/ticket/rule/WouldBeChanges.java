package helpdesk.ticket.rule;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.macro.MacroChanges;
import helpdesk.ticket.ticketing.RuledTickets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a rule would set of a ticket that is, or was, so. What it sets first, the next action finds. */
final class WouldBeChanges {

    private final Facts before;
    private final Map<String, JsonNode> set = new HashMap<>();
    private final List<FieldChange> changes = new ArrayList<>();
    private Facts present;

    private WouldBeChanges(Facts before) {
        this.before = before;
        this.present = before;
    }

    static List<FieldChange> of(List<RuleAction> actions, Facts facts) {
        WouldBeChanges would = new WouldBeChanges(facts);
        // What is set comes first, as it does when the rule acts.
        actions.forEach(action -> {
            if (action instanceof RuleAction.Set change) {
                would.set(change.set());
            }
        });
        actions.forEach(action -> {
            if (action instanceof RuleAction.Escalate) {
                would.escalate();
            }
        });
        return List.copyOf(would.changes);
    }

    private void set(MacroChanges wanted) {
        set(
                ConditionField.STATUS,
                wanted.status() == null ? null : wanted.status().wireName());
        set(
                ConditionField.PRIORITY,
                wanted.priority() == null ? null : wanted.priority().wireName());
        set(ConditionField.GROUP, wanted.group());
        set(ConditionField.CATEGORY, wanted.category());
        set(ConditionField.CAUSE, wanted.cause());
        if (wanted.assignee() != null) {
            write(ConditionField.ASSIGNEE, "none".equals(wanted.assignee()) ? null : wanted.assignee());
        }
        List<String> tags = present.fields().apply(ConditionField.TAG);
        List<String> tagged = wanted.tagged(tags);
        if (!tagged.equals(tags)) {
            add(FieldChange.of(
                    ConditionField.TAG.nameInTicket(), before.fields().apply(ConditionField.TAG), tagged));
        }
        if (wanted.customFields() != null) {
            wanted.customFields().forEach(this::custom);
        }
        if (wanted.resolution() != null) {
            // What it was is no fact that conditions ask for.
            add(FieldChange.of("resolution", null, wanted.resolution()));
        }
    }

    private void escalate() {
        int tier = Integer.parseInt(present.fields().apply(ConditionField.TIER).getFirst());
        int first = Integer.parseInt(before.fields().apply(ConditionField.TIER).getFirst());
        if (tier < RuledTickets.HIGHEST_TIER) {
            add(FieldChange.of(ConditionField.TIER.nameInTicket(), first, tier + 1));
        }
    }

    private void set(ConditionField field, String wanted) {
        if (wanted != null) {
            write(field, wanted);
        }
    }

    private void write(ConditionField field, String wanted) {
        if (!Objects.equals(one(present, field), wanted)) {
            add(FieldChange.of(field.nameInTicket(), one(before, field), wanted));
        }
    }

    private void custom(String key, JsonNode value) {
        List<String> values = before.customFields().apply(key);
        boolean isEmpty = value == null || value.isNull();
        boolean isList = !isEmpty && value.isArray();
        Object former = isList ? values : values.stream().findFirst().orElse(null);
        boolean isSame = values.equals(Facts.texts(value));
        add(
                isSame
                        ? new FieldChange(Facts.CUSTOM_FIELDS + "." + key, null, null)
                        : FieldChange.of(Facts.CUSTOM_FIELDS + "." + key, former, isEmpty ? null : value));
    }

    /** Instead of a former change of the same field; none when that takes it back. */
    private void add(FieldChange change) {
        changes.removeIf(former -> former.field().equals(change.field()));
        if (!Objects.equals(change.from(), change.to())) {
            changes.add(change);
        }
        set.put(change.field(), change.to());
        present = before.over(new HashMap<>(set));
    }

    private static String one(Facts facts, ConditionField field) {
        return facts.fields().apply(field).stream().findFirst().orElse(null);
    }
}
