package helpdesk.platform.problem;

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
        response.end(writer.body(problem, context.normalizedPath(), requestIds.of(context)));
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode();
        if (failure != null) {
            var understood = Failures.understand(failure);
            if (understood.isPresent()) {
                return understood.get();
            }
            switch (failure) {
                case UnauthorizedException ignored -> status = 401;
                case AuthenticationFailedException ignored -> status = 401;
                case ForbiddenException ignored -> status = 403;
                case RejectedExecutionException ignored -> status = 503;
                default -> {}
            }
        }
        return status >= 400 && status < 500 || status == 503
                ? StatusProblems.of(status)
                : StatusProblems.unexpected(failure, context);
    }
}
