package helpdesk.gateway.proxy;

import helpdesk.gateway.edge.BodyLimit;
import helpdesk.gateway.edge.RouteAnswers;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One request on its way to a service and its answer on the way back. Lives on the event loop of its connection. */
final class Exchange {

    private final Vertx vertx;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Upstream upstream;
    private final ProxySettings settings;
    private final String requestId;
    private final RouteAnswers answers;
    private final WatchedBody body;
    private final boolean hasBody;
    private final List<Patience> limits = new ArrayList<>();
    private HttpClientRequest outgoing;
    private boolean timedOut;
    private Duration exhausted;

    Exchange(
            Vertx vertx,
            RoutingContext context,
            Upstream upstream,
            ProxySettings settings,
            String requestId,
            RouteAnswers answers) {
        this.vertx = vertx;
        this.context = context;
        this.request = context.request();
        this.upstream = upstream;
        this.settings = settings;
        this.requestId = requestId;
        this.answers = answers;
        this.body = new WatchedBody(request, BodyLimit.of(context));
        this.hasBody = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(request.headers().get(HttpHeaders.CONTENT_LENGTH))
                        && request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    void begin() {
        // Nothing of the body is read before the service is there to take it.
        request.pause();
        boolean repeatable = !hasBody && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD);
        attempt(repeatable);
    }

    private void attempt(boolean mayRepeat) {
        RequestOptions target = new RequestOptions()
                .setMethod(request.method())
                .setHost(upstream.host())
                .setPort(upstream.port())
                .setSsl(upstream.ssl())
                .setURI(uri())
                .setConnectTimeout(settings.connectTimeout().toMillis());
        upstream.client().request(target).onComplete(connected -> {
            if (connected.failed()) {
                answer(ProxyFailure.connecting(upstream, settings, connected.cause()));
            } else if (context.response().closed()) {
                connected.result().reset();
            } else {
                send(connected.result(), mayRepeat);
            }
        });
    }

    private void send(HttpClientRequest connection, boolean mayRepeat) {
        outgoing = connection;
        // The answer's failure tells the same; without a handler it would be logged as an error.
        connection.exceptionHandler(known -> {});
        waitForAnswer(BodyLimit.isUpload(context) && hasBody);
        // The client may be answered before all it sends has come, or be gone: nobody needs the rest.
        context.addEndHandler(done -> letGo());
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            context.response().writeContinue();
        }
        proxied().send(connection).onComplete(answered -> {
            body.watch(() -> {}, () -> {});
            stopWaiting();
            if (answered.succeeded() && isWithoutWord(answered.result())) {
                answered.result().release();
                answer(ProxyFailure.stopping(upstream));
            } else if (answered.succeeded()) {
                relay(answered.result());
            } else if (mayRepeat && !timedOut && !context.response().closed()) {
                // The service closed a connection that had been idle, or has just been started again.
                attempt(false);
            } else {
                failed(answered.cause());
            }
        });
    }

    /** A file may take its time while it moves; the service has its own time from then on. */
    private void waitForAnswer(boolean upload) {
        if (!upload) {
            limits.add(patience(settings.responseTimeout()));
            return;
        }
        Patience pause = patience(settings.idleTimeout());
        limits.add(pause);
        limits.add(patience(settings.uploadTimeout()));
        body.watch(pause::renew, () -> {
            stopWaiting();
            limits.add(patience(settings.responseTimeout()));
        });
    }

    private Patience patience(Duration limit) {
        return Patience.of(vertx, limit, () -> {
            timedOut = true;
            exhausted = limit;
            breakOff();
        });
    }

    private void stopWaiting() {
        limits.forEach(Patience::end);
        limits.clear();
    }

    private ProxyRequest proxied() {
        ProxyRequest proxied = ProxyRequest.reverseProxy(request).setURI(uri());
        if (hasBody) {
            proxied.setBody(Body.body(body, proxied.getBody().length()));
        } else {
            proxied.setBody(null);
        }
        MultiMap headers = proxied.headers();
        HopHeaders.removeFrom(headers);
        HopHeaders.removeClaims(headers);
        headers.remove(HttpHeaders.EXPECT);
        headers.set(RequestIds.HEADER, requestId);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
            // Services make their links with the name by which they were asked.
            outgoing.authority(request.authority());
        }
        return proxied;
    }

    /** A service that is being stopped refuses in this way what still comes over its open connections. */
    private static boolean isWithoutWord(ProxyResponse response) {
        return response.getStatusCode() == 503 && !response.headers().contains(HttpHeaders.CONTENT_TYPE);
    }

    private void relay(ProxyResponse answer) {
        boolean early = hasBody && !body.complete();
        if (early) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        new WayBack(vertx, context, outgoing, settings.idleTimeout())
                .relay(answer)
                .onSuccess(sent -> {
                    if (early) {
                        answers.closeAfterRest(context);
                    }
                });
    }

    private void letGo() {
        stopWaiting();
        if (hasBody && !body.complete()) {
            breakOff();
        }
    }

    private void breakOff() {
        outgoing.reset();
        Severance.cut(outgoing.connection());
    }

    private void failed(Throwable cause) {
        if (body.exceeded()) {
            answers.answerAndClose(context, BodyLimit.tooLarge(context));
        } else if (timedOut && hasBody && !body.complete() && body.awaited()) {
            answers.answerAndClose(context, ProxyFailure.slowClient(exhausted));
        } else if (timedOut) {
            answer(ProxyFailure.slowService(upstream, settings));
        } else {
            answer(ProxyFailure.broken(upstream, request.method(), cause));
        }
    }

    private void answer(Problem problem) {
        if (hasBody && !body.complete()) {
            answers.answerAndClose(context, problem);
        } else {
            answers.answer(context, problem);
        }
    }

    /** The path as the route was chosen by it, so that the service cannot understand another one. */
    private String uri() {
        String query = request.query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }
}
