package helpdesk.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one OpenAPI document of those of the services. What is the same everywhere (problems, say) is there once; what has
 * the same name and is something else gets the service's name before its own.
 */
final class DocumentMerge {

    private static final List<String> KINDS =
            List.of("schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links", "pathItems");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";

    private final ObjectNode merged;
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    DocumentMerge(ObjectMapper json, String version) {
        merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Helpdesk API")
                .put("version", version)
                .put(
                        "description",
                        "Everything the helpdesk can do. Sign in at `POST /api/v1/auth/token` and send the token as"
                                + " `Authorization: Bearer`, or an API key the same way or as `X-Api-Key`. Errors are RFC 9457"
                                + " problems with a stable `code`.");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components")
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "A token, or an API key (hd_…)");
    }

    /** Adds the document of a service. */
    void add(String service, ObjectNode document) {
        Map<String, String> renamed = new HashMap<>();
        int before;
        do {
            // What uses something that is renamed is itself something else than its namesake.
            before = renamed.size();
            for (String kind : KINDS) {
                planNames(service, kind, document.path("components").path(kind), renamed);
            }
        } while (renamed.size() > before);
        for (String kind : KINDS) {
            addComponents(kind, document.path("components").path(kind), renamed);
        }
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (!path.getKey().startsWith("/q/") && !paths().has(path.getKey())) {
                JsonNode operations = withNames(path.getValue(), renamed);
                makeOperationIdsUnique(service, operations);
                paths().set(path.getKey(), operations);
            }
        }
        for (JsonNode tag : document.path("tags")) {
            if (tags.add(tag.path("name").asText())) {
                ((ArrayNode) merged.get("tags")).add(tag);
            }
        }
    }

    /** The document of all that was added. */
    ObjectNode document() {
        return merged;
    }

    private void planNames(String service, String kind, JsonNode components, Map<String, String> renamed) {
        for (Map.Entry<String, JsonNode> component : components.properties()) {
            JsonNode former = merged.path("components").path(kind).path(component.getKey());
            if (!former.isMissingNode() && !former.equals(withNames(component.getValue(), renamed))) {
                renamed.put(
                        COMPONENTS + kind + "/" + component.getKey(),
                        COMPONENTS + kind + "/" + prefix(service) + component.getKey());
            }
        }
    }

    private void addComponents(String kind, JsonNode components, Map<String, String> renamed) {
        for (Map.Entry<String, JsonNode> component : components.properties()) {
            String reference = COMPONENTS + kind + "/" + component.getKey();
            String name = renamed.getOrDefault(reference, reference).substring(COMPONENTS.length() + kind.length() + 1);
            ((ObjectNode) merged.get("components"))
                    .withObjectProperty(kind)
                    .set(name, withNames(component.getValue(), renamed));
        }
    }

    private void makeOperationIdsUnique(String service, JsonNode operations) {
        for (Map.Entry<String, JsonNode> operation : operations.properties()) {
            if (METHODS.contains(operation.getKey()) && operation.getValue() instanceof ObjectNode fields) {
                String id = fields.path("operationId").asText(operation.getKey());
                String unique = id;
                for (int i = 1; !operationIds.add(unique); i++) {
                    unique = service.replace("-service", "") + prefix(id) + (i == 1 ? "" : i);
                }
                fields.put("operationId", unique);
            }
        }
    }

    private static JsonNode withNames(JsonNode node, Map<String, String> renamed) {
        JsonNode copy = node.deepCopy();
        rename(copy, renamed);
        return copy;
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode fields) {
            JsonNode reference = fields.get(REFERENCE);
            if (reference instanceof TextNode text && renamed.containsKey(text.asText())) {
                fields.put(REFERENCE, renamed.get(text.asText()));
            }
        }
        node.forEach(inner -> rename(inner, renamed));
    }

    private ObjectNode paths() {
        return (ObjectNode) merged.get("paths");
    }

    private static String prefix(String service) {
        String name = service.replace("-service", "");
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
