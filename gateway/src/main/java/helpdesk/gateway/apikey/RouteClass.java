package helpdesk.gateway.apikey;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scope is about: the first segment of an address behind {@code /api/v1/}, to read or to write. What a key may not do
 * at its roles is not given to it by a scope.
 *
 * @param scope as it is written: {@code tickets:read}
 */
record RouteClass(String scope) {

    /** A scope for all addresses. */
    static final String EVERYTHING = "*";

    private static final String ROOT = "/api/v1/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** That of a request; empty where no scope is needed, because nothing there is for certain roles. */
    static Optional<RouteClass> of(String method, String path) {
        if (!path.startsWith(ROOT)) {
            return Optional.empty();
        }
        String segment = path.substring(ROOT.length()).split("/", 2)[0];
        return Optional.of(new RouteClass(segment + ":" + access(method)));
    }

    /** Whether one of these scopes is for it. */
    boolean isIn(List<String> scopes) {
        return scopes.contains(scope) || scopes.contains(EVERYTHING + scope.substring(scope.lastIndexOf(':')));
    }

    private static String access(String method) {
        return READING.contains(method) ? "read" : "write";
    }
}
