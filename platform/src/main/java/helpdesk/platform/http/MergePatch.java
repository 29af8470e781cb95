package helpdesk.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A JSON merge patch (RFC 7396): what it names is replaced, what it sets to null is removed, the rest stays. */
public record MergePatch(ObjectNode changes) {

    /** The media type, the only one PATCH takes. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /** The target with this patch applied; the target itself stays as it is. */
    public ObjectNode applyTo(ObjectNode target) {
        ObjectNode result = target.deepCopy();
        merge(result, changes);
        return result;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String name = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode inner) {
                ObjectNode place = target.get(name) instanceof ObjectNode existing ? existing : target.putObject(name);
                merge(place, inner);
            } else {
                target.set(name, value);
            }
        }
    }
}
