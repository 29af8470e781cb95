package helpdesk.platform.http;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a query parameter that cannot be read from an address that does not exist. JAX-RS answers both with {@code 404}, and
 * keeps which of them it was only in the failure of the conversion, which quotes the value.
 */
final class QueryFaults {

    private QueryFaults() {}

    static Optional<Problem> understand(WebApplicationException failure, RoutingContext request) {
        if (!(failure instanceof NotFoundException) || failure.getCause() == null) {
            return Optional.empty();
        }
        String message = String.valueOf(failure.getCause().getMessage());
        return request.queryParams().entries().stream()
                .filter(parameter -> isQuoted(parameter.getValue(), message))
                .max(Comparator.comparingInt(parameter -> parameter.getValue().length()))
                .map(Map.Entry::getKey)
                .map(name -> PlatformProblem.INVALID_PARAMETER.at(
                        "?" + name, "The value of the query parameter %s is not of the documented type.", name));
    }

    private static boolean isQuoted(String value, String message) {
        return value.isEmpty()
                ? message.contains("\"\"") || message.contains("''") || message.endsWith(": ")
                : message.contains(value);
    }
}
