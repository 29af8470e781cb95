package helpdesk.gateway.edge;

import helpdesk.platform.problem.Problem;
import helpdesk.platform.problem.ProblemBody;
import helpdesk.platform.problem.ProblemWriter;
import helpdesk.platform.request.RequestIds;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers with a problem where no REST resource is involved. */
@ApplicationScoped
public class RouteAnswers {

    private static final long MOMENT_MILLIS = 2_000;

    /** Of the length of a short body: less than 100 kB. */
    private static final int MOST_DIGITS = 5;

    /** RFC 9113, section 8.1: what the client still sends is not needed for the answer. */
    private static final long NO_ERROR = 0;

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
        announceEnd(context);
        closeAfterRest(context);
        answer(context, problem);
    }

    /** Says that the connection ends with the answer. Over HTTP/2 it belongs to other requests, too, and goes on. */
    public void announceEnd(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /**
     * Answers a client whose body nobody reads. A short one is thrown away when it comes, and the connection is good for the next
     * request: with too many requests the last thing to make is new connections. Whether one that waits to be asked for its body
     * sends it now is open, so its connection ends.
     */
    public void answerUnread(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean several = request.version() == HttpVersion.HTTP_2;
        boolean hasBody = several
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || length != null && !length.equals("0");
        if (request.isEnded() || !hasBody) {
            answer(context, problem);
        } else if (several
                || length == null
                || length.length() > MOST_DIGITS
                || request.headers().contains(HttpHeaders.EXPECT)) {
            answerAndClose(context, problem);
        } else {
            HttpConnection connection = request.connection();
            long timer = vertx.setTimer(MOMENT_MILLIS, over -> LastRequest.end(vertx, connection));
            request.exceptionHandler(gone -> vertx.cancelTimer(timer));
            request.handler(useless -> {});
            request.endHandler(end -> vertx.cancelTimer(timer));
            request.resume();
            answer(context, problem);
        }
    }

    /** The same for a client that has its answer, or gets it now. */
    public void closeAfterRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpConnection connection = request.connection();
        if (request.version() == HttpVersion.HTTP_2) {
            stopSending(context);
            return;
        }
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

    /** Tells the client that the rest of this request is not needed, once it has its answer. */
    private static void stopSending(RoutingContext context) {
        if (!context.response().ended()) {
            context.addEndHandler(done -> stopSending(context));
        } else if (!context.request().isEnded()) {
            context.response().reset(NO_ERROR);
        }
    }
}
