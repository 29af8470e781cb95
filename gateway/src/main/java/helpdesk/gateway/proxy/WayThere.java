package helpdesk.gateway.proxy;

import helpdesk.platform.request.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import java.time.Duration;
import java.util.Set;

/** A request as a service gets it: what ends at this connection is taken away, and where it comes from is said by the gateway. */
final class WayThere {

    /** In milliseconds, how long the answer is waited for; nobody hears what a service says later. */
    private static final String TIMEOUT = "X-Request-Timeout";

    private static final Set<HttpMethod> BODILESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final String requestId;

    WayThere(RoutingContext context, String requestId) {
        this.context = context;
        this.request = context.request();
        this.requestId = requestId;
    }

    /** The path as the route was chosen by it, so that the service cannot understand another one. */
    static String uri(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }

    /** Whether it has a body, even if only an empty one in pieces. */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        // HTTP/2 tells by its frames alone that something comes.
        return length == null && request.version() == HttpVersion.HTTP_2 && !BODILESS.contains(request.method())
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || length != null && !length.equals("0");
    }

    /**
     * The request, to be sent over this connection.
     *
     * @param body null when it has none
     * @param timeout null for what may take its time
     */
    ProxyRequest request(HttpClientRequest connection, WatchedBody body, Duration timeout) {
        if (body != null
                && request.version() == HttpVersion.HTTP_2
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            // The service gets it in pieces, as HTTP/1.1 calls them.
            request.headers().set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        ProxyRequest proxied = ProxyRequest.reverseProxy(request).setURI(uri(context));
        proxied.setBody(body == null ? null : Body.body(body, proxied.getBody().length()));
        MultiMap headers = proxied.headers();
        HopHeaders.removeFrom(headers);
        HopHeaders.removeClaims(headers);
        headers.remove(HttpHeaders.EXPECT);
        headers.remove(TIMEOUT);
        if (timeout != null) {
            headers.set(TIMEOUT, Long.toString(timeout.toMillis()));
        }
        headers.set(RequestIds.HEADER, requestId);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
            // Services make their links with the name by which they were asked.
            connection.authority(request.authority());
        }
        return proxied;
    }
}
