package helpdesk.gateway.proxy;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Asks the processes of a service every second whether they are ready, so that one that starts or stops gets no requests. A
 * service with one process is not asked: there is no other to turn to.
 */
@ApplicationScoped
class InstanceChecks {

    private static final Logger LOG = Logger.getLogger(InstanceChecks.class);
    private static final String PATH = "/q/health/ready";
    private static final long EVERY_MILLIS = 1_000;
    private static final int PATIENCE_MILLIS = 900;
    private static final int OK = 200;

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final HttpClient http;

    InstanceChecks(Vertx vertx, Upstreams upstreams) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS), new PoolOptions().setHttp1MaxSize(1));
    }

    void start(@Observes StartupEvent event) {
        upstreams.all().stream()
                .filter(upstream -> upstream.instances().size() > 1)
                .forEach(upstream -> vertx.setPeriodic(
                        0, EVERY_MILLIS, tick -> upstream.instances().forEach(instance -> check(upstream, instance))));
    }

    private void check(Upstream upstream, Instance instance) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(instance.host())
                .setPort(instance.port())
                .setSsl(upstream.ssl())
                .setURI(PATH)
                .setTimeout(PATIENCE_MILLIS);
        http.request(request)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(read -> answer.statusCode() == OK))
                .otherwise(false)
                .onSuccess(ready -> note(upstream, instance, ready));
    }

    private static void note(Upstream upstream, Instance instance, boolean ready) {
        if (ready != instance.isReady()) {
            LOG.infof(
                    "%s at %s:%d is %s",
                    upstream.name(), instance.host(), instance.port(), ready ? "ready again" : "not ready");
        }
        instance.ready(ready);
    }
}
