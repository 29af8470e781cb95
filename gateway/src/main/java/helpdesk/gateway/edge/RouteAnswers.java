package helpdesk.gateway.edge;

import helpdesk.platform.problem.Problem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.platform.problem.ProblemWriter;
import helpdesk.platform.request.RequestIds;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers with a problem where no REST resource is involved. */
@ApplicationScoped
public class RouteAnswers {

    private static final long MOMENT_MILLIS = 2_000;

    private final Vertx vertx;
    private final ProblemWriter writer;
    private final RequestIds requestIds;

    RouteAnswers(Vertx vertx, ProblemWriter writer, RequestIds requestIds) {
        this.vertx = vertx;
        this.writer = writer;
        this.requestIds = requestIds;
    }

    /** Answers, unless an answer has begun or the client is gone. */
    public void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.type().status());
        response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        writer.headers(problem).forEach(response::putHeader);
        response.end(writer.body(problem, context.normalizedPath(), requestIds.of(context)));
    }

    /**
     * Answers a client that is still sending what nobody will use, and closes the connection. For a moment what it sends is
     * thrown away, because most clients only read an answer when they are done with sending.
     */
    public void answerAndClose(RoutingContext context, Problem problem) {
        context.response().putHeader("Connection", "close");
        closeAfterRest(context);
        answer(context, problem);
    }

    /** The same for a client that has its answer, or gets it now. */
    public void closeAfterRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpConnection connection = request.connection();
        LastRequest.mark(connection);
        if (request.isEnded() && context.response().ended()) {
            LastRequest.end(vertx, connection);
        } else if (request.isEnded()) {
            context.addEndHandler(done -> LastRequest.end(vertx, connection));
        } else {
            long timer = vertx.setTimer(MOMENT_MILLIS, over -> LastRequest.end(vertx, connection));
            request.exceptionHandler(gone -> vertx.cancelTimer(timer));
            request.handler(useless -> {});
            request.endHandler(end -> {
                vertx.cancelTimer(timer);
                LastRequest.end(vertx, connection);
            });
            request.resume();
        }
    }
}
