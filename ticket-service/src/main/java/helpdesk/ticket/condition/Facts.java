package helpdesk.ticket.condition;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.history.FieldChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What conditions are asked about.
 *
 * @param fields the values of a field as they are on the wire: none where it is empty, several where it may have several
 * @param customFields the values of a custom field by its key, as texts
 * @param texts a text, empty where there is none
 * @param changes what has changed just now, by the names of the history
 * @param age how long ago a moment was; never negative
 */
public record Facts(
        Function<ConditionField, List<String>> fields,
        Function<String, List<String>> customFields,
        Function<TextField, String> texts,
        List<FieldChange> changes,
        Function<Moment, Duration> age) {

    private static final String SUBJECT = "subject";

    /** The name that the history has for all custom fields. */
    public static final String CUSTOM_FIELDS = "customFields";

    /** What is so, when nothing has changed just now and nobody asks for how long. */
    public static Facts of(
            Function<ConditionField, List<String>> fields,
            Function<String, List<String>> customFields,
            Function<TextField, String> texts) {
        return new Facts(fields, customFields, texts, List.of(), moment -> Duration.ZERO);
    }

    /** The same with another value in a field. */
    public Facts with(ConditionField field, String value) {
        return new Facts(
                asked -> asked == field ? List.of(value) : fields.apply(asked), customFields, texts, changes, age);
    }

    /** The same with other values, by the names of the history; a field whose value is null is empty. */
    public Facts over(Map<String, JsonNode> values) {
        return new Facts(
                field -> values.containsKey(field.nameInTicket())
                        ? texts(values.get(field.nameInTicket()))
                        : fields.apply(field),
                key -> values.containsKey(CUSTOM_FIELDS)
                        ? texts(of(values.get(CUSTOM_FIELDS), key))
                        : customFields.apply(key),
                text -> text == TextField.SUBJECT && values.get(SUBJECT) != null
                        ? values.get(SUBJECT).asText()
                        : texts.apply(text),
                changes,
                age);
    }

    /** The same, with what has changed just now, and for how long something is so. */
    public Facts at(List<FieldChange> changed, Function<Moment, Duration> ageOf) {
        return new Facts(fields, customFields, texts, List.copyOf(changed), ageOf);
    }

    /** The values of a field, custom or not, by the name that conditions have for it. */
    List<String> values(String field) {
        return field.startsWith(ConditionField.CUSTOM_FIELD)
                ? customFields.apply(keyOf(field))
                : ConditionField.named(field).map(fields).orElse(List.of());
    }

    /** How a field has changed just now. */
    Optional<Step> step(String field) {
        boolean isCustom = field.startsWith(ConditionField.CUSTOM_FIELD);
        String name = isCustom
                ? CUSTOM_FIELDS
                : ConditionField.named(field).map(ConditionField::nameInTicket).orElse(field);
        return changes.stream()
                .filter(change -> change.field().equals(name))
                .map(change -> isCustom
                        ? Step.of(of(change.from(), keyOf(field)), of(change.to(), keyOf(field)))
                        : Step.of(change.from(), change.to()))
                .filter(step -> !step.from.isEmpty() || !step.to.isEmpty())
                .findFirst();
    }

    /**
     * What a field has no longer, and what it has instead.
     *
     * @param from the values that are gone; none when it had none
     * @param to the values that are new; none when it has none any more
     */
    record Step(List<String> from, List<String> to) {

        static Step of(JsonNode from, JsonNode to) {
            List<String> former = texts(from);
            List<String> present = texts(to);
            return new Step(
                    former.stream().filter(value -> !present.contains(value)).toList(),
                    present.stream().filter(value -> !former.contains(value)).toList());
        }
    }

    /** One of the custom fields, of all as the history has them. */
    public static JsonNode of(JsonNode customFields, String key) {
        return customFields == null ? null : customFields.get(key);
    }

    private static String keyOf(String field) {
        return field.substring(ConditionField.CUSTOM_FIELD.length());
    }

    /** A value as the history has it, as texts: none where it is empty, several of a list. */
    public static List<String> texts(JsonNode value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }
}
