package helpdesk.gateway.audit;

import helpdesk.platform.http.TimeParameter;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the audit log are asked for. */
public class AuditFilter {

    private static final int LONGEST = 200;

    @Parameter(description = "For example sign-in-failed")
    @QueryParam("action")
    String action;

    @Parameter(description = "Who did it, for example account:<id>")
    @QueryParam("actor")
    String actor;

    @Parameter(description = "To whom or what, for example apikey:<id>")
    @QueryParam("subject")
    String subject;

    @Parameter(description = "RFC 3339: not before this moment")
    @QueryParam("from")
    String from;

    @Parameter(description = "RFC 3339: before this moment")
    @QueryParam("to")
    String to;

    /** Conditions with a question mark each, and the value for it. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        if (action != null) {
            conditions.put(
                    "action = ?",
                    AuditAction.of(action)
                            .orElseThrow(() -> PlatformProblem.INVALID_PARAMETER.at(
                                    "?action", "There is no such action. See the actions in the answers."))
                            .wireName());
        }
        text(conditions, "actor = ?", "?actor", actor);
        text(conditions, "subject = ?", "?subject", subject);
        moment(conditions, "at >= ?", "?from", from);
        moment(conditions, "at < ?", "?to", to);
        return conditions;
    }

    /** The same for the same wish. */
    String key() {
        return conditions().toString();
    }

    private static void text(Map<String, Object> conditions, String condition, String name, String value) {
        if (value != null) {
            if (value.isBlank() || value.length() > LONGEST || value.indexOf('\u0000') >= 0) {
                throw PlatformProblem.INVALID_PARAMETER.at(name, "Write 1 to %d characters.", LONGEST);
            }
            conditions.put(condition, value);
        }
    }

    private static void moment(Map<String, Object> conditions, String condition, String name, String value) {
        if (value != null) {
            conditions.put(condition, TimeParameter.required(value, name));
        }
    }
}
