package helpdesk.ticket.condition;

import java.util.List;
import java.util.function.Function;

/**
 * What conditions are asked about.
 *
 * @param fields the values of a field as they are on the wire: none where it is empty, several where it may have several
 * @param customFields the values of a custom field by its key, as texts
 */
public record Facts(Function<ConditionField, List<String>> fields, Function<String, List<String>> customFields) {

    /** The same with another value in a field. */
    public Facts with(ConditionField field, String value) {
        return new Facts(asked -> asked == field ? List.of(value) : fields.apply(asked), customFields);
    }
}
