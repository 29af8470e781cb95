package helpdesk.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Lets a process that was just started be ready when it can verify tokens: requests would be led to it a moment before it can answer them.
 * After some seconds it is ready without; the gateway may be away, and no service needs another to do its work.
 */
@Readiness
@ApplicationScoped
class KeysReadiness implements HealthCheck {

    private final SigningKeys keys;

    KeysReadiness(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing-keys")
                .status(!keys.areAwaited())
                .build();
    }
}
