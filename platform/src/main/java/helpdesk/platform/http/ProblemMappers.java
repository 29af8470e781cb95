package helpdesk.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.platform.problem.ProblemWriter;
import helpdesk.platform.request.RequestIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure of a resource becomes an answer. */
public class ProblemMappers {

    private final ProblemWriter writer;
    private final RequestIds requestIds;
    private final AllowedMethods allowed;

    ProblemMappers(ProblemWriter writer, RequestIds requestIds, AllowedMethods allowed) {
        this.writer = writer;
        this.requestIds = requestIds;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem, RoutingContext request) {
        return answer(problem, request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(Throwable failure, RoutingContext request) {
        return answer(StatusProblems.unauthenticated(failure), request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, RoutingContext request) {
        return answer(StatusProblems.of(403), request);
    }

    /** Named, because the framework has a mapper of its own for it, which would win over the one for anything. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure, RoutingContext request) {
        return any(failure, request);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure, RoutingContext request) {
        Optional<Problem> understood =
                Failures.understand(failure).or(() -> json(failure)).or(() -> QueryFaults.understand(failure, request));
        if (understood.isPresent()) {
            return answer(understood.get(), request);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return status >= 500 && status != 503
                ? unexpected(failure, request)
                : answer(StatusProblems.of(status), request);
    }

    /** Named, because the framework has a mapper of its own for it, which tells the names of classes. */
    @ServerExceptionMapper
    public Response json(MismatchedInputException failure, RoutingContext request) {
        return any(failure, request);
    }

    @ServerExceptionMapper
    public Response any(Throwable failure, RoutingContext request) {
        return Failures.understand(failure)
                .map(problem -> answer(problem, request))
                .orElseGet(() -> unexpected(failure, request));
    }

    /** What the framework could not read; it wraps some kinds of it. */
    private static Optional<Problem> json(WebApplicationException failure) {
        return failure.getCause() instanceof JsonProcessingException json
                ? Optional.of(Failures.ofInput(json))
                : Optional.empty();
    }

    private Response unexpected(Throwable failure, RoutingContext request) {
        return answer(StatusProblems.unexpected(failure, request), request);
    }

    private Response answer(Problem problem, RoutingContext request) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .entity(writer.body(problem, request.normalizedPath(), requestIds.of(request)));
        writer.headers(problem).forEach(response::header);
        if (problem.type() == PlatformProblem.METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, allowed.of(request.normalizedPath()));
        }
        StatusProblems.closeAfter(problem, request);
        return response.build();
    }
}
