package helpdesk.ticket.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Map;

/**
 * One field that got another value. Values have the form that the field has in the API; one that was or became empty is null.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(String field, JsonNode from, JsonNode to) {

    /** The change of a field between two values: texts, whole numbers, lists, maps of JSON values, or what has a text. */
    public static FieldChange of(String field, Object from, Object to) {
        return new FieldChange(field, json(from), json(to));
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case null -> null;
            case JsonNode node -> node;
            case Integer number -> IntNode.valueOf(number);
            case Collection<?> values -> list(values);
            case Map<?, ?> values -> object(values);
            default -> TextNode.valueOf(value.toString());
        };
    }

    private static JsonNode list(Collection<?> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> list.add(json(value)));
        return list.isEmpty() ? null : list;
    }

    private static JsonNode object(Map<?, ?> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> object.set(name.toString(), json(value)));
        return object.isEmpty() ? null : object;
    }
}
