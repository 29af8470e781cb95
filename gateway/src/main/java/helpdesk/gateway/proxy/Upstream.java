package helpdesk.gateway.proxy;

import io.vertx.core.http.HttpClient;

/**
 * A service behind the gateway, with connections of its own: a slow one uses up its own and nobody else's.
 *
 * @param name for example {@code ticket-service}
 */
public record Upstream(String name, String host, int port, boolean ssl, HttpClient client) {}
