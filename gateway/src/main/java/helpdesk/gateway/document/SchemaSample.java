package helpdesk.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a value that a schema describes: its example where it has one, else what its type needs. Of an object it takes what is
 * required or has an example, and all fields when none is required, deeper only the first.
 */
final class SchemaSample {

    /** Schemas may hold themselves. */
    private static final int DEEPEST = 6;

    private static final List<String> CHOICES = List.of("allOf", "oneOf", "anyOf");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;

    SchemaSample(JsonNode document) {
        this.document = document;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        JsonNode told = told(schema);
        if (!told.isMissingNode()) {
            return told;
        }
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        for (String choice : CHOICES) {
            if (!schema.has("properties") && schema.path(choice).has(0)) {
                return chosen(choice, schema.path(choice), depth);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(Math.max(schema.path("minimum").asLong(1), 1));
            case "number" -> JSON.numberNode(schema.path("minimum").asDouble(1));
            case "boolean" -> JSON.booleanNode(true);
            case "string" -> JSON.textNode(text(schema.path("format").asText()));
            default -> JSON.textNode("");
        };
    }

    private static JsonNode told(JsonNode schema) {
        for (String word : List.of("example", "const", "default")) {
            if (schema.has(word)) {
                return schema.get(word);
            }
        }
        JsonNode example = schema.path("examples").path(0);
        return example.isMissingNode() ? schema.path("enum").path(0) : example;
    }

    private JsonNode chosen(String choice, JsonNode schemas, int depth) {
        if (!choice.equals("allOf")) {
            for (JsonNode schema : schemas) {
                if (!type(resolved(schema)).equals("null")) {
                    return of(schema, depth + 1);
                }
            }
            return JSON.nullNode();
        }
        ObjectNode all = JSON.objectNode();
        for (JsonNode schema : schemas) {
            JsonNode part = of(schema, depth + 1);
            if (!(part instanceof ObjectNode fields)) {
                return part;
            }
            all.setAll(fields);
        }
        return all;
    }

    private JsonNode object(JsonNode schema, int depth) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        ObjectNode sample = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode described = resolved(property.getValue());
            boolean wanted = required.contains(property.getKey())
                    || (required.isEmpty() && depth == 0)
                    || described.has("example")
                    || described.has("examples");
            if (wanted && !described.path("readOnly").asBoolean()) {
                sample.set(property.getKey(), of(described, depth + 1));
            }
        }
        if (sample.isEmpty() && !schema.path("properties").isEmpty()) {
            Map.Entry<String, JsonNode> first =
                    schema.path("properties").properties().iterator().next();
            sample.set(first.getKey(), of(first.getValue(), depth + 1));
        }
        return sample;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode sample = JSON.arrayNode();
        return schema.has("items") ? sample.add(of(schema.get("items"), depth + 1)) : sample;
    }

    /** Of several types the first that is something. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) {
            return type.asText(schema.has("properties") ? "object" : "");
        }
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return "null";
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> "0199f4e0-8a3b-7c5d-9e2f-4b6a8c0d1e2f";
            case "date-time" -> "2026-11-23T09:00:00Z";
            case "date" -> "2026-11-23";
            case "time" -> "09:00:00";
            case "email" -> "ada@example.org";
            case "uri" -> "https://example.org";
            case "duration" -> "PT1H";
            default -> "text";
        };
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode target = schema;
        for (int i = 0; i < DEEPEST && target.has("$ref"); i++) {
            target = document.at(target.get("$ref").asText().substring(1));
        }
        return target;
    }
}
