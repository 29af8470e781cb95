package helpdesk.gateway.proxy;

import helpdesk.gateway.edge.BodyArrival;
import helpdesk.gateway.edge.BodyLimit;
import helpdesk.gateway.edge.RouteAnswers;
import helpdesk.platform.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One request on its way to a service and its answer on the way back. Lives on the event loop of its connection. */
final class Exchange {

    private static final int MOST_JITTER_MILLIS = 50;

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
    private Instance instance;
    private boolean there;
    private HttpClientRequest outgoing;
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
        this.hasBody = WayThere.hasBody(request);
    }

    void begin() {
        // Nothing of the body is read before the service is there to take it.
        request.pause();
        upstream.retries().called();
        // The client may be answered before all it sends has come, or be gone: nobody needs the rest.
        context.addEndHandler(done -> letGo());
        choose(null);
    }

    private void choose(Instance tried) {
        instance = upstream.choose(tried).filter(Instance::begin).orElse(null);
        there = instance != null;
        if (there) {
            attempt(tried == null);
        } else {
            answer(ProxyFailure.leftAlone(upstream));
        }
    }

    private void attempt(boolean mayRepeat) {
        RequestOptions target = new RequestOptions()
                .setMethod(request.method())
                .setHost(instance.host())
                .setPort(instance.port())
                .setSsl(upstream.ssl())
                .setURI(WayThere.uri(context))
                .setConnectTimeout(settings.connectTimeout().toMillis());
        upstream.client().request(target).onComplete(connected -> {
            if (connected.failed()) {
                notConnected(connected.cause(), mayRepeat);
            } else if (context.response().closed()) {
                connected.result().reset();
            } else {
                send(connected.result(), mayRepeat);
            }
        });
    }

    /** Nothing was sent, so another process may have it, whatever it is. */
    private void notConnected(Throwable cause, boolean mayRepeat) {
        if (!(cause instanceof ConnectionPoolTooBusyException)) {
            instance.failed();
        }
        if (!mayRepeat || upstream.instances().size() == 1 || !repeated()) {
            answer(ProxyFailure.connecting(upstream, settings, cause));
        }
    }

    private void send(HttpClientRequest connection, boolean mayRepeat) {
        outgoing = connection;
        // The answer's failure tells the same; without a handler it would be logged as an error.
        connection.exceptionHandler(known -> {});
        boolean upload = BodyLimit.isUpload(context) && hasBody;
        waitForAnswer(upload);
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            context.response().writeContinue();
        }
        new WayThere(context, requestId)
                .request(connection, hasBody ? body : null, upload ? null : settings.responseTimeout())
                .send(connection)
                .onComplete(answered -> {
                    body.watch(() -> {}, () -> {});
                    stopWaiting();
                    if (answered.succeeded() && ProxyFailure.isWithoutWord(answered.result())) {
                        answered.result().release();
                        stopping(mayRepeat);
                    } else if (answered.succeeded()) {
                        instance.answered();
                        relay(answered.result());
                    } else {
                        failed(answered.cause(), mayRepeat);
                    }
                });
    }

    /** It has not begun with the request, so another process may have it, if all of it is still here. */
    private void stopping(boolean mayRepeat) {
        instance.failed();
        if (!mayRepeat || hasBody || upstream.instances().size() == 1 || !repeated()) {
            answer(ProxyFailure.stopping(upstream));
        }
    }

    /** Whether the request is sent once more, a random moment later, so that what failed together does not come together. */
    private boolean repeated() {
        if (context.response().closed() || !upstream.retries().take()) {
            return false;
        }
        Instance tried = instance;
        leave();
        vertx.setTimer(1 + ThreadLocalRandom.current().nextInt(MOST_JITTER_MILLIS), later -> {
            if (!context.response().closed()) {
                choose(tried);
            }
        });
        return true;
    }

    /** A file may take its time while it moves; the service has its own time from then on. */
    private void waitForAnswer(boolean upload) {
        if (!upload) {
            limits.add(patience(settings.responseTimeout()));
            body.watch(() -> {}, () -> BodyArrival.note(context));
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
            exhausted = limit;
            breakOff();
        });
    }

    private void stopWaiting() {
        limits.forEach(Patience::end);
        limits.clear();
    }

    private void relay(ProxyResponse answer) {
        boolean early = hasBody && !body.complete();
        if (early) {
            answers.announceEnd(context);
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
        leave();
        if (outgoing != null && hasBody && !body.complete()) {
            breakOff();
        }
    }

    private void leave() {
        if (there) {
            there = false;
            instance.end();
        }
    }

    private void breakOff() {
        outgoing.reset();
        Severance.cut(outgoing.connection());
    }

    private void failed(Throwable cause, boolean mayRepeat) {
        if (context.response().closed()) {
            leave();
        } else if (body.exceeded()) {
            answers.answerAndClose(context, BodyLimit.tooLarge(context));
        } else if (exhausted != null && hasBody && !body.complete() && body.awaited()) {
            answers.answerAndClose(context, ProxyFailure.slowClient(exhausted));
        } else if (exhausted != null) {
            instance.failed();
            answer(ProxyFailure.slowService(upstream, settings));
        } else {
            instance.failed();
            // The service closed a connection that had been idle, or has just been started again.
            if (!mayRepeat || !isSafe() || !repeated()) {
                answer(ProxyFailure.broken(upstream, request.method(), cause));
            }
        }
    }

    private boolean isSafe() {
        return !hasBody && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD);
    }

    private void answer(Problem problem) {
        if (hasBody && !body.complete()) {
            answers.answerAndClose(context, problem);
        } else {
            answers.answer(context, problem);
        }
    }
}
