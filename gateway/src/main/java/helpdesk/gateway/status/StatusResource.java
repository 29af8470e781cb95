package helpdesk.gateway.status;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import helpdesk.gateway.proxy.Upstreams;
import helpdesk.platform.page.PageResponse;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How the gateway and the services behind it do, on one page. */
@Path("/api/v1/status")
@PermitAll
@Tag(name = "Operations")
public class StatusResource {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final String SELF = "gateway";

    private final SmallRyeHealthReporter health;
    private final String version;
    private final Clock clock;
    private final Upstreams upstreams;
    private final Readiness readiness;
    private final StatusPage page;

    /** However many ask, each service is asked once a second at most. */
    private final AsyncLoadingCache<String, SystemStatus> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .buildAsync((key, executor) -> check().subscribeAsCompletionStage());

    StatusResource(
            Upstreams upstreams,
            Readiness readiness,
            StatusPage page,
            SmallRyeHealthReporter health,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.health = health;
        this.version = version;
        this.clock = clock;
        this.upstreams = upstreams;
        this.readiness = readiness;
        this.page = page;
    }

    @GET
    @Operation(
            summary = "Every service's readiness and version",
            description = "Always 200 when the gateway can answer; a service that is away makes the status degraded."
                    + " A browser, which accepts text/html, is shown a page.")
    public Uni<SystemStatus> readStatus() {
        return Uni.createFrom().completionStage(() -> kept.get(SELF));
    }

    @GET
    @Produces(PageResponse.MEDIA_TYPE + ";qs=0.9")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> showStatus(
            @QueryParam("language") String language, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return readStatus().map(status -> page.of(status, language, spoken));
    }

    private Uni<SystemStatus> check() {
        List<Uni<ServiceStatus>> all = new ArrayList<>();
        all.add(self());
        upstreams.all().forEach(upstream -> all.add(readiness.of(upstream)));
        return Uni.join().all(all).andFailFast().map(this::together);
    }

    private SystemStatus together(List<ServiceStatus> services) {
        boolean up = services.stream().allMatch(ServiceStatus::ready);
        return new SystemStatus(up ? "up" : "degraded", version, services, clock.instant());
    }

    private Uni<ServiceStatus> self() {
        long start = System.nanoTime();
        return health.getReadinessAsync()
                .map(own -> isUp(own)
                        ? ServiceStatus.up(SELF, version, millisSince(start))
                        : ServiceStatus.down(SELF, version, millisSince(start)))
                .onFailure()
                .recoverWithItem(failure -> ServiceStatus.down(SELF, version, millisSince(start)));
    }

    private static boolean isUp(SmallRyeHealth health) {
        return "UP".equals(health.getPayload().getString("status"));
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
