package helpdesk.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import helpdesk.testing.NodePackage;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The public library of Standard Webhooks for JavaScript. */
final class JavaScriptLibrary {

    private final NodePackage scripts;

    private JavaScriptLibrary(NodePackage scripts) {
        this.scripts = scripts;
    }

    static JavaScriptLibrary installed() {
        return new JavaScriptLibrary(NodePackage.installed());
    }

    /** Whether the library finds the message signed with this secret. */
    boolean verifies(Receiver.Message message, String secret) {
        Map<String, String> headers = message.headers().entrySet().stream()
                .collect(
                        Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue()
                                .getFirst()));
        try {
            byte[] input = new JsonMapper()
                    .writeValueAsBytes(Map.of("secret", secret, "headers", headers, "body", message.body()));
            return scripts.run("verify.js", input).status() == 0;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
