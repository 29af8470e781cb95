package helpdesk.platform.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.inbox.IncomingEvent;

/**
 * An event in the structured form of CloudEvents, as mappings look at it: its attributes by their names, and what it says in {@code data}.
 */
public record EventDocument(JsonNode root) {

    private static final String DATA = "data";

    /** The event as it came. */
    public static EventDocument of(IncomingEvent event) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        event.attributes().forEach(root::put);
        root.set(DATA, event.data(JsonNode.class));
        return new EventDocument(root);
    }

    /** What kind of event it is; empty when it does not say. */
    public String type() {
        return root.path("type").asText("");
    }

    /** Who sent it; empty when it does not say. */
    public String source() {
        return root.path("source").asText("");
    }
}
