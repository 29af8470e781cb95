package helpdesk.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says in {@code /q/health/ready} which service this is, and which version of it. */
@Readiness
@ApplicationScoped
class ReadinessVersion implements HealthCheck {

    private final String service;
    private final String version;

    ReadinessVersion(
            @ConfigProperty(name = "helpdesk.service") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.service = service;
        this.version = version;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("service")
                .up()
                .withData("name", service)
                .withData("version", version)
                .build();
    }
}
