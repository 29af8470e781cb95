package helpdesk.platform.identity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The installation's secret, the same for all services. Each use has a key of its own derived from it. A service without one
 * does not start.
 */
@Startup
@ApplicationScoped
public class SharedSecret {

    private static final int SHORTEST = 32;

    private final byte[] secret;

    @Inject
    SharedSecret(@ConfigProperty(name = "helpdesk.secret") Optional<String> secret) {
        this(secret.orElse(""));
    }

    SharedSecret(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "HELPDESK_SECRET must have at least 32 characters. Make one with: openssl rand -base64 48");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The HMAC-SHA256 key for one purpose. */
    public SecretKeySpec derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
