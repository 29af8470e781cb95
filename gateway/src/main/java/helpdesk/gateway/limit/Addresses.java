package helpdesk.gateway.limit;

import helpdesk.platform.identity.SharedSecret;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for client addresses from which nobody reads the address: they are stored, if only for moments. An IPv6 client has a
 * network of 64 bits to choose addresses from, so all of it counts as one.
 */
@ApplicationScoped
class Addresses {

    private static final int NETWORK_BYTES = 8;
    private static final int NAME_BYTES = 16;

    private final SecretKeySpec key;

    Addresses(SharedSecret secret) {
        this.key = secret.derive("limits of addresses");
    }

    /** The same for the same address at every instance. */
    String name(SocketAddress client) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] sealed = mac.doFinal(network(client.hostAddress()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sealed, NAME_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address six
                    ? Arrays.copyOf(six.getAddress(), NETWORK_BYTES)
                    : parsed.getAddress();
        } catch (IllegalArgumentException noAddress) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
