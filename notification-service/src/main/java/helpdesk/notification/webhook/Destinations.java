package helpdesk.notification.webhook;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.jboss.logging.Logger;

/**
 * Where webhooks may be: on the public internet, and in networks that the operator allows. Names are resolved here, and
 * connections are made to the very addresses that were found good, so that a name that changes in between leads nowhere.
 */
@ApplicationScoped
class Destinations {

    private static final Logger LOG = Logger.getLogger(Destinations.class);

    /**
     * What the registries of special-purpose addresses keep from the public internet (RFC 6890 and IANA's registries), and
     * the blocks that carry IPv4 addresses inside IPv6 ones, because what is inside cannot be told to be public.
     */
    private static final List<AddressBlock> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(AddressBlock::of)
            .toList();

    /** All that is public in IPv6 is in here, with the exceptions below. */
    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> SPECIAL_6 = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(AddressBlock::of)
            .toList();

    private static final Duration LOOKUP = Duration.ofSeconds(3);

    /** As many as there can be attempts: those whose names hang take no threads from the others. */
    private static final int MOST_LOOKUPS = 256;

    private final List<AddressBlock> allowed;
    private final ExecutorService lookups = new ThreadPoolExecutor(
            0,
            MOST_LOOKUPS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 1).factory());

    Destinations(WebhookSettings settings) {
        allowed = settings.allowedNetworks().orElse(List.of()).stream()
                .map(AddressBlock::of)
                .toList();
    }

    /** A network that cannot be read keeps the service from starting, and not only from sending. */
    void check(@Observes StartupEvent event) {
        LOG.debugf("Webhooks may be on the public internet and in %s", allowed);
    }

    /**
     * Passes when a webhook may be at this address. A name that cannot be resolved passes: it is looked at before each
     * message anyway.
     *
     * @throws helpdesk.platform.problem.Problem {@code webhook-address-refused}
     */
    void require(String text) {
        URI url = parse(text);
        boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
        try {
            vetted(url.getHost(), encrypted);
        } catch (AddressRefused inside) {
            throw refused(
                    encrypted
                            ? "It leads into a network that nothing is sent to. Use an address on the public internet."
                            : "Use https: the message would be read on its way.");
        } catch (UnknownHostException notNow) {
            if (!encrypted) {
                throw refused("Use https: the message would be read on its way.");
            }
        }
    }

    /**
     * Resolves names for a client.
     *
     * @param encrypted whether the client encrypts; one that does not is let into allowed networks only
     */
    DnsResolver resolver(boolean encrypted) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return vetted(host, encrypted);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
    }

    private InetAddress[] vetted(String host, boolean encrypted) throws UnknownHostException {
        InetAddress[] addresses = lookUp(host);
        for (InetAddress address : addresses) {
            if (!isAllowed(address) && !(encrypted && isPublic(address))) {
                throw new AddressRefused(host);
            }
        }
        return addresses;
    }

    /** The system's own limit is many seconds, for each of its servers. */
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> lookup = lookups.submit(() -> InetAddress.getAllByName(host));
            return lookup.get(LOOKUP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL.stream().noneMatch(block -> block.contains(address))
                : GLOBAL_UNICAST.contains(address) && SPECIAL_6.stream().noneMatch(block -> block.contains(address));
    }

    private static URI parse(String text) {
        try {
            URI url = new URI(text).parseServerAuthority();
            String scheme = url.getScheme();
            boolean isWeb = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            if (isWeb
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null
                    && url.getPort() != 0
                    && url.getPort() <= 0xFFFF) {
                return url;
            }
        } catch (URISyntaxException unreadable) {
            // Answered like any other address that is none.
        }
        throw refused("Write an address such as https://crm.example.com/hooks, without a user and without a fragment.");
    }

    private static Problem refused(String advice) {
        return NotificationProblem.WEBHOOK_ADDRESS_REFUSED.at("/url", advice);
    }

    /** The name leads where nothing is sent. */
    static final class AddressRefused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host);
        }
    }
}
