package helpdesk.gateway.proxy;

import helpdesk.gateway.edge.RouteAnswers;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.RequestIds;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hands requests on to the services that own their addresses. Bodies stream through in both directions; no thread waits.
 */
@ApplicationScoped
public class ReverseProxy {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final String ALLOWED =
            METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));

    /** Behind the filters and before the gateway's own resources. */
    private static final int ORDER = 100;

    private final Vertx vertx;
    private final Routes routes;
    private final ProxySettings settings;
    private final RequestIds requestIds;
    private final RouteAnswers answers;

    ReverseProxy(Vertx vertx, Routes routes, ProxySettings settings, RequestIds requestIds, RouteAnswers answers) {
        this.vertx = vertx;
        this.routes = routes;
        this.settings = settings;
        this.requestIds = requestIds;
        this.answers = answers;
    }

    void install(@Observes Router router) {
        router.route("/api/v1/*").order(ORDER).handler(this::handle);
        router.route("/a/*").order(ORDER).handler(this::handle);
        router.route("/c/*").order(ORDER).handler(this::handle);
        router.route("/u/*").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Upstream owner = routes.owner(context.normalizedPath()).orElse(null);
        if (owner == null) {
            context.next();
        } else if (!METHODS.contains(context.request().method())) {
            context.response().putHeader(HttpHeaders.ALLOW, ALLOWED);
            answers.answer(
                    context,
                    PlatformProblem.METHOD_NOT_ALLOWED.problem(
                            "Use a method that the API document tells; no address knows this one."));
        } else {
            new Exchange(vertx, context, owner, settings, requestIds.of(context), answers).begin();
        }
    }
}
