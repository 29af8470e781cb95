package helpdesk.gateway.overload;

import helpdesk.gateway.edge.BodyLimit;
import helpdesk.gateway.proxy.Routes;
import helpdesk.gateway.proxy.Upstream;
import helpdesk.gateway.proxy.Upstreams;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lane for each service, one for what the gateway answers itself, and one for signing in, which takes long by its nature: a
 * slow one has its own places and nobody else's.
 */
@ApplicationScoped
class Lanes {

    private static final String OWN = "gateway";
    private static final String SIGN_IN = "sign-in";

    private final Routes routes;
    private final Map<String, Lane> byName;

    Lanes(Routes routes, Upstreams upstreams, OverloadSettings settings, MeterRegistry registry) {
        this.routes = routes;
        this.byName = Stream.concat(upstreams.all().stream().map(Upstream::name), Stream.of(OWN, SIGN_IN))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> new Lane(settings)));
        byName.forEach((name, lane) -> measure(registry, name, lane));
    }

    /**
     * The name of the lane a request takes; empty for what is always answered, because machines act on it or services need it,
     * and for streams and files, which last and have limits of their own.
     */
    Optional<String> nameOf(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/q/")
                || path.startsWith("/.well-known/")
                || path.endsWith("/stream")
                || BodyLimit.isUpload(context)) {
            return Optional.empty();
        }
        if (path.startsWith("/api/v1/auth/") || path.startsWith("/api/v1/password-resets/")) {
            return Optional.of(SIGN_IN);
        }
        return Optional.of(routes.owner(path).map(Upstream::name).orElse(OWN));
    }

    /** The lane of this name. */
    Lane named(String name) {
        return byName.get(name);
    }

    private static void measure(MeterRegistry registry, String name, Lane lane) {
        Gauge.builder("helpdesk.overload.limit", lane, Lane::limit)
                .description("Requests that may be under way at a time")
                .tag("lane", name)
                .register(registry);
        Gauge.builder("helpdesk.overload.under.way", lane, Lane::underWay)
                .description("Requests that are under way")
                .tag("lane", name)
                .register(registry);
    }
}
