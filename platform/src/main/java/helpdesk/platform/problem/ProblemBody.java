package helpdesk.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every 4xx and 5xx answer: RFC 9457, with a stable {@code code}, the request's id and the fields at fault.
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "requestId", "errors"})
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<FieldError> errors,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The body of a problem. */
    public static ProblemBody of(Problem problem, String instance, String requestId) {
        ProblemType type = problem.type();
        return new ProblemBody(
                type.uri(),
                type.title(),
                type.status(),
                problem.getMessage(),
                instance,
                type.code(),
                requestId,
                problem.errors(),
                problem.members());
    }
}
