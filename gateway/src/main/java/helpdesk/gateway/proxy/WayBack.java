package helpdesk.gateway.proxy;

import helpdesk.platform.request.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;

/**
 * The answer of a service on its way to the client. It may last as long as it moves: what neither the service nor the client
 * moves for a while is cut off.
 */
final class WayBack {

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpClientRequest outgoing;
    private final Duration longestPause;

    WayBack(Vertx vertx, RoutingContext context, HttpClientRequest outgoing, Duration longestPause) {
        this.vertx = vertx;
        this.request = context.request();
        this.response = context.response();
        this.outgoing = outgoing;
        this.longestPause = longestPause;
    }

    /** Hands the answer on; the result tells when all of it is out. */
    Future<Void> relay(ProxyResponse answer) {
        HopHeaders.removeFrom(answer.headers());
        // Set already, with the same value.
        answer.headers().remove(RequestIds.HEADER);
        Patience patience = Patience.of(vertx, longestPause, this::cutOff);
        WatchedBody body = new WatchedBody(answer.getBody().stream(), Long.MAX_VALUE);
        body.watch(patience::renew, () -> {});
        long length = answer.getBody().length();
        Future<Void> sent = length < 0 && request.version() == HttpVersion.HTTP_1_0
                ? untilClosed(answer, body)
                : answer.setBody(Body.body(body, length)).send();
        return sent.onComplete(done -> patience.end()).onFailure(broken -> {
            // The head is out, so a broken connection is the only way to tell that the rest is missing.
            if (!response.ended()) {
                response.reset();
            }
        });
    }

    /** Such a client knows no pieces, and the end of what has no length by the end of the connection only. */
    private Future<Void> untilClosed(ProxyResponse answer, WatchedBody body) {
        response.setStatusCode(answer.getStatusCode());
        answer.headers().remove(HttpHeaders.TRANSFER_ENCODING);
        answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return body.pipeTo(response).onComplete(done -> request.connection().close());
    }

    private void cutOff() {
        outgoing.reset();
        Severance.cut(outgoing.connection());
        if (!response.ended()) {
            response.reset();
            if (request.version() != HttpVersion.HTTP_2) {
                Severance.cut(request.connection());
            }
        }
    }
}
