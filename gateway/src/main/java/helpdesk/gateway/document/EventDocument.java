package helpdesk.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one document of all events, made at first use: the committed one, with the schemas it refers to in it. */
@ApplicationScoped
class EventDocument {

    private static final String REFERENCE = "$ref";
    private static final String FOLDER = "asyncapi/";
    private static final String EVENTS = "events/";
    private static final String ENDING = ".schema.json";
    private static final String SCHEMAS = "#/components/schemas/";

    private String json;
    private String yaml;

    synchronized String json() {
        if (json == null) {
            json = write(DocumentFormats.JSON);
        }
        return json;
    }

    synchronized String yaml() {
        if (yaml == null) {
            yaml = write(DocumentFormats.YAML);
        }
        return yaml;
    }

    private static String write(ObjectMapper format) {
        try {
            ObjectNode document = (ObjectNode) read("asyncapi.yaml");
            ObjectNode schemas = document.withObject("/components/schemas");
            bring(document, null, schemas);
            return format.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets references lead to where the schemas are now.
     *
     * @param schema the name of the schema that the node is in; null in the document itself
     */
    private static void bring(JsonNode node, String schema, ObjectNode schemas) throws IOException {
        if (node instanceof ObjectNode fields && fields.get(REFERENCE) instanceof TextNode reference) {
            fields.put(REFERENCE, place(reference.asText(), schema, schemas));
        }
        for (JsonNode inner : node) {
            bring(inner, schema, schemas);
        }
    }

    private static String place(String reference, String schema, ObjectNode schemas) throws IOException {
        int hash = reference.indexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        String inside = hash < 0 ? "" : reference.substring(hash + 1);
        if (file.isEmpty()) {
            return schema == null ? reference : SCHEMAS + schema + inside;
        }
        String name = file.substring(file.startsWith(EVENTS) ? EVENTS.length() : 0, file.length() - ENDING.length());
        if (!schemas.has(name)) {
            ObjectNode other = (ObjectNode) read(EVENTS + name + ENDING);
            // An address of its own would make references begin there.
            other.remove("$id");
            other.remove("$schema");
            schemas.set(name, other);
            bring(other, name, schemas);
        }
        return SCHEMAS + name + inside;
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException(file + " was not there when the gateway was built");
            }
            return DocumentFormats.YAML.readTree(in);
        }
    }
}
