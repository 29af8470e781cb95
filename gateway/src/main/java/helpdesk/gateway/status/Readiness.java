package helpdesk.gateway.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.gateway.proxy.Upstream;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Asks services whether they are ready, each for a second at most, and without taking connections from their clients. */
@ApplicationScoped
class Readiness {

    private static final String PATH = "/q/health/ready";
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int OK = 200;

    private final ObjectMapper json;
    private final HttpClient http;

    Readiness(Vertx vertx, ObjectMapper json) {
        this.json = json;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    /** How the service does: it is up when one of its processes is; never fails. */
    Uni<ServiceStatus> of(Upstream service) {
        return Uni.join()
                .all(service.addresses().stream()
                        .map(address -> of(service, address))
                        .toList())
                .andFailFast()
                .map(all ->
                        all.stream().filter(ServiceStatus::ready).findFirst().orElse(all.getFirst()));
    }

    private Uni<ServiceStatus> of(Upstream service, URI address) {
        long start = System.nanoTime();
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.resolve(PATH).toString())
                .setTimeout(PATIENCE_MILLIS);
        Future<ServiceStatus> answer = http.request(request)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> status(service, response, body, start)))
                .otherwise(away -> ServiceStatus.down(service.name(), null, millisSince(start)));
        return Uni.createFrom().completionStage(answer.toCompletionStage());
    }

    private ServiceStatus status(Upstream service, HttpClientResponse response, Buffer body, long start) {
        String version = version(body);
        return response.statusCode() == OK
                ? ServiceStatus.up(service.name(), version, millisSince(start))
                : ServiceStatus.down(service.name(), version, millisSince(start));
    }

    private String version(Buffer body) {
        try {
            for (JsonNode check : json.readTree(body.getBytes()).path("checks")) {
                if ("service".equals(check.path("name").asText())) {
                    return check.path("data").path("version").asText(null);
                }
            }
            return null;
        } catch (IOException notHealth) {
            return null;
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
