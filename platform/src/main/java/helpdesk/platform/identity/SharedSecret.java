package helpdesk.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's secret, the same for all services. Each use has a key of its own derived from it. */
@ApplicationScoped
public class SharedSecret {

    private static final int SHORTEST = 32;

    private final byte[] secret;

    SharedSecret(@ConfigProperty(name = "helpdesk.secret") String secret) {
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
