package helpdesk.platform.problem;

import helpdesk.platform.request.RequestIds;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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
        if (response.ended() || response.headWritten()) {
            context.next();
            return;
        }
        Problem problem = problem(context.statusCode());
        if (problem == null) {
            context.next();
            return;
        }
        response.setStatusCode(problem.type().status());
        response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        response.putHeader(RequestIds.HEADER, requestIds.of(context));
        writer.headers(problem).forEach(response::putHeader);
        response.end(writer.body(problem, context.normalizedPath(), requestIds.of(context)));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 ->
                PlatformProblem.INVALID_REQUEST.problem("The request line, path or headers are not valid HTTP.");
            case 413 -> PlatformProblem.BODY_TOO_LARGE.problem("Send a smaller body, or several requests.");
            case 415 -> PlatformProblem.UNSUPPORTED_MEDIA_TYPE.problem("Send application/json.");
            default -> null;
        };
    }
}
