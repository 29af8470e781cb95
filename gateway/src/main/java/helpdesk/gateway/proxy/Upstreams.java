package helpdesk.gateway.proxy;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

    /** Shorter than the 60 s after which a service closes an idle connection, so that no request meets a closing one. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private static final int LARGEST_HEADERS = 16 * 1024;

    private final Map<String, Upstream> byName = new TreeMap<>();

    Upstreams(Vertx vertx, ProxySettings settings) {
        settings.services().forEach((name, addresses) -> byName.put(name, connect(vertx, settings, name, addresses)));
    }

    void stop(@Observes ShutdownEvent event) {
        byName.values().forEach(upstream -> upstream.client().close());
    }

    /** All of them, by name. */
    public Collection<Upstream> all() {
        return byName.values();
    }

    /** The service with this name, or null. */
    Upstream named(String name) {
        return byName.get(name);
    }

    private static Upstream connect(Vertx vertx, ProxySettings settings, String name, String addresses) {
        List<URI> all = Stream.of(addresses.split(","))
                .map(String::strip)
                .map(address -> address(name, address))
                .distinct()
                .toList();
        boolean ssl = isSsl(all.getFirst());
        if (all.stream().anyMatch(address -> isSsl(address) != ssl)) {
            throw new IllegalArgumentException("The addresses of %s must all be http or all be https".formatted(name));
        }
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxWaitQueueSize(settings.queue())
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setDecompressionSupported(false)
                .setSsl(ssl);
        HttpClient client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.connections()));
        List<Instance> instances = all.stream()
                .map(address -> new Instance(address.getHost(), port(address), settings.failures(), System::nanoTime))
                .toList();
        return new Upstream(name, ssl, instances, client);
    }

    private static URI address(String name, String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !isSsl(address) && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    "The address of %s must look like http://localhost:8081, not %s".formatted(name, address));
        }
        return address;
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : isSsl(address) ? 443 : 80;
    }

    private static boolean isSsl(URI address) {
        return "https".equals(address.getScheme());
    }
}
