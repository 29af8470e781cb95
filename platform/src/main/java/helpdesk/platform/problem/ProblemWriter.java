package helpdesk.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a problem into what goes over the wire, the same for REST resources and for bare routes. */
@ApplicationScoped
public class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** The body as JSON text. */
    public String body(Problem problem, String instance, String requestId) {
        try {
            return json.writeValueAsString(ProblemBody.of(problem, instance, requestId));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headers that belong to the problem beside its content type. */
    public Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        if (problem.type().status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.put("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        return headers;
    }
}
