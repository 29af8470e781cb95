package helpdesk.gateway.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** An address as Postman writes it: a part that is a parameter begins with a colon. */
final class PostmanUrl {

    private static final String BASE = "{{baseUrl}}";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^/{}]+)}");

    private PostmanUrl() {}

    static void write(ObjectNode url, String template) {
        String path = PARAMETER.matcher(template).replaceAll(":$1");
        url.put("raw", BASE + path);
        url.putArray("host").add(BASE);
        ArrayNode parts = url.putArray("path");
        for (String part : path.substring(1).split("/")) {
            parts.add(part);
        }
    }
}
