package helpdesk.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;

/** Headers that are meant for one connection only, or that only the gateway may set. */
final class HopHeaders {

    /** RFC 9110, section 7.6.1, and what older programs send. */
    private static final List<String> ONE_CONNECTION = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade");

    /** A client could claim to be somebody else with these. */
    private static final List<String> CLAIMS = List.of("Forwarded", "X-Real-IP", "X-Api-Key");

    private static final String FORWARDED = "x-forwarded-";

    private HopHeaders() {}

    /** Removes what ends at this connection, also what {@code Connection} itself names. */
    static void removeFrom(MultiMap headers) {
        for (String connection : headers.getAll("Connection")) {
            for (String name : connection.split(",")) {
                if (!name.isBlank()) {
                    headers.remove(name.strip());
                }
            }
        }
        ONE_CONNECTION.forEach(headers::remove);
    }

    /** Removes what a client says about where it comes from. */
    static void removeClaims(MultiMap headers) {
        CLAIMS.forEach(headers::remove);
        List.copyOf(headers.names()).stream()
                .filter(name -> name.regionMatches(true, 0, FORWARDED, 0, FORWARDED.length()))
                .forEach(headers::remove);
    }
}
