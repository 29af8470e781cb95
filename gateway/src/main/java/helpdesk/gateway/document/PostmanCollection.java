package helpdesk.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a collection for Postman (format 2.1) of the API document: a folder for each tag, a request for each operation with
 * its parameters and a sample of its body. Bruno, Insomnia and Hoppscotch import it too.
 */
final class PostmanCollection {

    private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final String baseUrl;
    private final SchemaSample samples;
    private final ArrayNode folders = JSON.arrayNode();
    private final Map<String, ArrayNode> requestsByTag = new HashMap<>();

    private PostmanCollection(JsonNode document, String baseUrl) {
        this.document = document;
        this.baseUrl = baseUrl;
        this.samples = new SchemaSample(document);
    }

    /**
     * The collection of a document.
     *
     * @param baseUrl where the API is, without a slash at the end
     */
    static ObjectNode of(JsonNode document, String baseUrl) {
        return new PostmanCollection(document, baseUrl).collection();
    }

    private ObjectNode collection() {
        ObjectNode collection = JSON.objectNode();
        collection
                .putObject("info")
                .put("name", document.at("/info/title").asText())
                .put("description", document.at("/info/description").asText())
                .put("schema", SCHEMA);
        for (JsonNode tag : document.path("tags")) {
            folder(tag.path("name").asText())
                    .put("description", tag.path("description").asText());
        }
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                if (path.getValue().has(method)) {
                    add(method, path.getKey(), path.getValue());
                }
            }
        }
        ArrayNode items = collection.putArray("item");
        folders.forEach(folder -> {
            if (!folder.path("item").isEmpty()) {
                items.add(folder);
            }
        });
        collection
                .putObject("auth")
                .put("type", "bearer")
                .putArray("bearer")
                .addObject()
                .put("key", "token")
                .put("value", "{{token}}")
                .put("type", "string");
        ArrayNode variables = collection.putArray("variable");
        variables.addObject().put("key", "baseUrl").put("value", baseUrl);
        variables.addObject().put("key", "token").put("value", "");
        return collection;
    }

    private ObjectNode folder(String name) {
        ObjectNode folder = folders.addObject().put("name", name);
        requestsByTag.put(name, folder.putArray("item"));
        return folder;
    }

    private void add(String method, String path, JsonNode operations) {
        JsonNode operation = operations.path(method);
        String tag = operation.path("tags").path(0).asText("Other");
        if (!requestsByTag.containsKey(tag)) {
            folder(tag);
        }
        String name = operation
                .path("summary")
                .asText(operation.path("operationId").asText(method.toUpperCase(Locale.ROOT) + " " + path));
        ObjectNode item = requestsByTag.get(tag).addObject().put("name", name);
        item.set("request", request(method, path, operations, operation));
        item.putArray("response");
    }

    private ObjectNode request(String method, String path, JsonNode operations, JsonNode operation) {
        ObjectNode request = JSON.objectNode().put("method", method.toUpperCase(Locale.ROOT));
        ArrayNode headers = request.putArray("header");
        if (operation.path("security").isEmpty()) {
            request.putObject("auth").put("type", "noauth");
        }
        ObjectNode url = request.putObject("url");
        PostmanUrl.write(url, path);
        for (JsonNode shared : operations.path("parameters")) {
            addParameter(resolved(shared), url, headers);
        }
        for (JsonNode own : operation.path("parameters")) {
            addParameter(resolved(own), url, headers);
        }
        if (method.equals("post")) {
            header(headers, "Idempotency-Key", "{{$guid}}", "Repeated with the same key, it takes effect once");
        }
        addBody(request, headers, resolved(operation.path("requestBody")).path("content"));
        request.put("description", operation.path("description").asText());
        return request;
    }

    private void addParameter(JsonNode parameter, ObjectNode url, ArrayNode headers) {
        String name = parameter.path("name").asText();
        String description = parameter.path("description").asText();
        String sample = samples.of(parameter.path("schema")).asText();
        switch (parameter.path("in").asText()) {
            case "path" ->
                url.withArray("variable")
                        .addObject()
                        .put("key", name)
                        .put("value", sample)
                        .put("description", description);
            case "query" ->
                url.withArray("query")
                        .addObject()
                        .put("key", name)
                        .put("value", sample)
                        .put("description", description)
                        // Filters are there to be switched on, one at a time.
                        .put("disabled", !parameter.path("required").asBoolean());
            case "header" ->
                header(headers, name, name.equals("If-Match") ? "\"0\"" : sample, description)
                        .put("disabled", !name.equals("If-Match"));
            default -> {
                // The API has no cookies.
            }
        }
    }

    private static ObjectNode header(ArrayNode headers, String name, String value, String description) {
        return headers.addObject().put("key", name).put("value", value).put("description", description);
    }

    private void addBody(ObjectNode request, ArrayNode headers, JsonNode content) {
        if (content.isEmpty()) {
            return;
        }
        Map.Entry<String, JsonNode> first = content.properties().iterator().next();
        String mediaType = first.getKey();
        headers.addObject().put("key", "Content-Type").put("value", mediaType);
        JsonNode sample = first.getValue().has("example")
                ? first.getValue().get("example")
                : samples.of(first.getValue().path("schema"));
        ObjectNode body = request.putObject("body");
        if (mediaType.endsWith("json")) {
            body.put("mode", "raw")
                    .put("raw", sample.isTextual() ? sample.asText() : sample.toPrettyString())
                    .putObject("options")
                    .putObject("raw")
                    .put("language", "json");
        } else if (mediaType.equals("application/x-www-form-urlencoded")) {
            ArrayNode fields = body.put("mode", "urlencoded").putArray("urlencoded");
            sample.properties().forEach(field -> fields.addObject()
                    .put("key", field.getKey())
                    .put("value", field.getValue().asText()));
        } else if (mediaType.startsWith("text/")) {
            body.put("mode", "raw").put("raw", sample.asText());
        } else {
            body.put("mode", "file").putObject("file");
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
