package helpdesk.gateway.proxy;

import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.problem.Problem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What is told to a client whose request could not be handed on. */
final class ProxyFailure {

    private static final Logger LOG = Logger.getLogger(ProxyFailure.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String SAFE_TO_REPEAT = "The request can be sent again.";
    private static final String REPEAT_WITH_KEY =
            "It may or may not have taken effect. Sent with an Idempotency-Key, the same request can be repeated safely.";

    private ProxyFailure() {}

    /** No connection: nothing of the request has reached the service. */
    static Problem connecting(Upstream upstream, ProxySettings settings, Throwable cause) {
        LOG.debugf("No connection to %s: %s", upstream.name(), cause.getMessage());
        if (cause instanceof ConnectionPoolTooBusyException) {
            return GatewayProblem.SERVICE_BUSY
                    .problem("%s works on as many requests as it can. Try again shortly.", upstream.name())
                    .member("service", upstream.name())
                    .retryAfter(SOON);
        }
        return GatewayProblem.SERVICE_UNAVAILABLE
                .problem(
                        "%s cannot be reached within %d s. Nothing was done; try again shortly.",
                        upstream.name(), settings.connectTimeout().toSeconds())
                .member("service", upstream.name())
                .retryAfter(SOON);
    }

    /** It failed too often in a row to be asked at this moment. */
    static Problem leftAlone(Upstream upstream) {
        return GatewayProblem.SERVICE_UNAVAILABLE
                .problem("%s has failed several times in a row. Nothing was done; try again shortly.", upstream.name())
                .member("service", upstream.name())
                .retryAfter(SOON);
    }

    /** A service that is being stopped refuses in this way what still comes over its open connections. */
    static boolean isWithoutWord(ProxyResponse response) {
        return response.getStatusCode() == 503 && !response.headers().contains(HttpHeaders.CONTENT_TYPE);
    }

    /** It is being stopped, and has not begun with the request. */
    static Problem stopping(Upstream upstream) {
        return GatewayProblem.SERVICE_UNAVAILABLE
                .problem("%s is being restarted. Nothing was done; try again shortly.", upstream.name())
                .member("service", upstream.name())
                .retryAfter(SOON);
    }

    /** The connection broke before the answer began. */
    static Problem broken(Upstream upstream, HttpMethod method, Throwable cause) {
        LOG.debugf("%s broke off: %s", upstream.name(), cause.getMessage());
        return GatewayProblem.UPSTREAM_BROKEN
                .problem("%s broke off before it answered. %s", upstream.name(), advice(method))
                .member("service", upstream.name())
                .retryAfter(SOON);
    }

    /** The answer did not begin in time. */
    static Problem slowService(Upstream upstream, ProxySettings settings) {
        return GatewayProblem.UPSTREAM_TIMEOUT
                .problem(
                        "%s did not answer within %d s. If it was to change something, it may still do so;"
                                + " with an Idempotency-Key the same request can be repeated safely.",
                        upstream.name(), settings.responseTimeout().toSeconds())
                .member("service", upstream.name())
                .retryAfter(SOON);
    }

    /** The client did not send its body, or the next piece of it, in time. */
    static Problem slowClient(Duration limit) {
        return GatewayProblem.REQUEST_TIMEOUT.problem(
                "The body did not come within %d s. Send it again without a break.", limit.toSeconds());
    }

    private static String advice(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD ? SAFE_TO_REPEAT : REPEAT_WITH_KEY;
    }
}
