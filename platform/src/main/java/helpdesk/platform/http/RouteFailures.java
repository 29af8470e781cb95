package helpdesk.platform.http;

import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.platform.problem.ProblemWriter;
import helpdesk.platform.request.RequestIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

/** Answers with a problem where a request fails before any resource sees it: a body over the limit, a broken request. */
@ApplicationScoped
class RouteFailures {

    private final ProblemWriter writer;
    private final RequestIds requestIds;

    RouteFailures(ProblemWriter writer, RequestIds requestIds) {
        this.writer = writer;
        this.requestIds = requestIds;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten() || context.failure() instanceof IOException) {
            // Nobody is there to read an answer, or it is on its way.
            context.next();
            return;
        }
        Problem problem = problem(context);
        response.setStatusCode(problem.type().status());
        response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        response.putHeader(RequestIds.HEADER, requestIds.of(context));
        writer.headers(problem).forEach(response::putHeader);
        StatusProblems.closeAfter(problem, context);
        response.end(writer.body(problem, context.normalizedPath(), requestIds.of(context)));
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null) {
            return ofStatus(context);
        }
        return Failures.understand(failure).orElseGet(() -> switch (failure) {
            case UnauthorizedException ignored -> StatusProblems.unauthenticated(failure);
            case AuthenticationFailedException ignored -> StatusProblems.unauthenticated(failure);
            case ForbiddenException ignored -> StatusProblems.of(403);
            case RejectedExecutionException ignored -> StatusProblems.of(503);
            default -> ofStatus(context);
        });
    }

    private static Problem ofStatus(RoutingContext context) {
        int status = context.statusCode();
        return status >= 400 && status < 500 || status == 503
                ? StatusProblems.of(status)
                : StatusProblems.unexpected(context.failure(), context);
    }
}
