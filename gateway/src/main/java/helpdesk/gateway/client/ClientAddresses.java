package helpdesk.gateway.client;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From where requests come. Behind a proxy that ends TLS all of them come from it, and it says in {@code X-Forwarded-For} for
 * whom. Whoever is not named as such a proxy can say what they like: it is not looked at.
 */
@Startup
@ApplicationScoped
public class ClientAddresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final List<IpSubnetFilterRule> proxies;

    ClientAddresses(@ConfigProperty(name = "helpdesk.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies =
                proxies.orElse(List.of()).stream().map(ClientAddresses::network).toList();
    }

    /** The nearest one that is none of our proxies. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR));
    }

    String of(String peer, List<String> forwardedFor) {
        List<String> hops =
                Arrays.asList(String.join(",", forwardedFor).split(",")).reversed();
        String address = peer;
        for (String hop : hops) {
            Optional<InetAddress> next = literal(hop.strip());
            if (!isProxy(address) || next.isEmpty()) {
                break;
            }
            address = next.get().getHostAddress();
        }
        return address;
    }

    private boolean isProxy(String address) {
        return literal(address)
                .map(known -> new InetSocketAddress(known, 0))
                .filter(known -> proxies.stream().anyMatch(proxy -> proxy.matches(known)))
                .isPresent();
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = literal(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "HELPDESK_TRUSTED_PROXIES has addresses and networks, such as 10.0.0.7 or 10.0.0.0/24, and not "
                                + text));
        int bits = address instanceof Inet6Address ? IPV6_BITS : IPV4_BITS;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }
}
