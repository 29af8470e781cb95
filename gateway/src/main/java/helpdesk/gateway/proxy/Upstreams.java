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
import java.util.Map;
import java.util.TreeMap;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

    /** Shorter than the 60 s after which a service closes an idle connection, so that no request meets a closing one. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private static final int LARGEST_HEADERS = 16 * 1024;

    private final Map<String, Upstream> byName = new TreeMap<>();

    Upstreams(Vertx vertx, ProxySettings settings) {
        settings.services().forEach((name, address) -> byName.put(name, connect(vertx, settings, name, address)));
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

    private static Upstream connect(Vertx vertx, ProxySettings settings, String name, URI address) {
        boolean ssl = "https".equals(address.getScheme());
        if (address.getHost() == null || !ssl && !"http".equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    "The address of %s must look like http://localhost:8081, not %s".formatted(name, address));
        }
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxWaitQueueSize(settings.queue())
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setDecompressionSupported(false)
                .setSsl(ssl);
        HttpClient client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(settings.connections()));
        int port = address.getPort() >= 0 ? address.getPort() : ssl ? 443 : 80;
        return new Upstream(name, address.getHost(), port, ssl, client);
    }
}
