package helpdesk.gateway.limit;

import helpdesk.gateway.client.AddressBlock;
import helpdesk.gateway.client.ClientAddresses;
import helpdesk.platform.identity.SharedSecret;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names for the addresses of clients from which nobody reads the address: they are stored, if only for moments. */
@ApplicationScoped
class Addresses {

    private static final int NAME_BYTES = 16;

    private final ClientAddresses clients;
    private final SecretKeySpec key;

    Addresses(ClientAddresses clients, SharedSecret secret) {
        this.clients = clients;
        this.key = secret.derive("limits of addresses");
    }

    /** The same for the same address at every instance. */
    String name(HttpServerRequest request) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] sealed = mac.doFinal(AddressBlock.of(clients.of(request)).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sealed, NAME_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
