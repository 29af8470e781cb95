package helpdesk.platform.problem;

import helpdesk.platform.request.RequestIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure of a resource becomes an answer. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final Map<Integer, PlatformProblem> BY_STATUS = Map.ofEntries(
            Map.entry(400, PlatformProblem.INVALID_REQUEST),
            Map.entry(401, PlatformProblem.UNAUTHENTICATED),
            Map.entry(403, PlatformProblem.FORBIDDEN),
            Map.entry(404, PlatformProblem.NOT_FOUND),
            Map.entry(405, PlatformProblem.METHOD_NOT_ALLOWED),
            Map.entry(406, PlatformProblem.NOT_ACCEPTABLE),
            Map.entry(413, PlatformProblem.BODY_TOO_LARGE),
            Map.entry(415, PlatformProblem.UNSUPPORTED_MEDIA_TYPE),
            Map.entry(503, PlatformProblem.TEMPORARILY_UNAVAILABLE));

    private final ProblemWriter writer;
    private final RequestIds requestIds;

    ProblemMappers(ProblemWriter writer, RequestIds requestIds) {
        this.writer = writer;
        this.requestIds = requestIds;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, RoutingContext request) {
        return answer(problem, request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(RoutingContext request) {
        return answer(
                PlatformProblem.UNAUTHENTICATED.problem(
                        "Send a valid, unexpired token or API key: Authorization: Bearer <token>."),
                request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, RoutingContext request) {
        return answer(
                PlatformProblem.FORBIDDEN.problem("You are known, but none of your roles allows this operation."),
                request);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure, RoutingContext request) {
        var understood = Failures.understand(failure);
        if (understood.isPresent()) {
            return answer(understood.get(), request);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (status >= 500 && status != 503) {
            return unexpected(failure, request);
        }
        PlatformProblem type = BY_STATUS.getOrDefault(status, PlatformProblem.INVALID_REQUEST);
        return answer(type.problem(advice(type)), request);
    }

    @ServerExceptionMapper
    public Response any(Throwable failure, RoutingContext request) {
        return Failures.understand(failure)
                .map(problem -> answer(problem, request))
                .orElseGet(() -> unexpected(failure, request));
    }

    private Response unexpected(Throwable failure, RoutingContext request) {
        LOG.errorf(failure, "Unexpected failure of %s %s", request.request().method(), request.normalizedPath());
        return answer(
                PlatformProblem.INTERNAL_ERROR
                        .problem("This is our fault. Tell the operator the request id; the log has the rest.")
                        .retryAfter(Duration.ofSeconds(5)),
                request);
    }

    private Response answer(Problem problem, RoutingContext request) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .entity(writer.body(problem, request.normalizedPath(), requestIds.of(request)));
        writer.headers(problem).forEach(response::header);
        return response.build();
    }

    private static String advice(PlatformProblem type) {
        return switch (type) {
            case NOT_FOUND -> "No such address or object, or it is not yours. Check the path and the id.";
            case METHOD_NOT_ALLOWED -> "See the API document for the methods of this address.";
            case NOT_ACCEPTABLE -> "Ask for application/json.";
            case UNSUPPORTED_MEDIA_TYPE ->
                "Send application/json, or application/merge-patch+json with PATCH, as the API document says.";
            case BODY_TOO_LARGE -> "Send a smaller body, or several requests.";
            default -> "Correct the request as the API document says.";
        };
    }
}
