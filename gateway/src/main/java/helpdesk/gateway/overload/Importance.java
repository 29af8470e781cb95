package helpdesk.gateway.overload;

import helpdesk.gateway.limit.Caller;
import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is given up first when there is too much to do. People who work here come before programs, and both before everybody
 * else; what changes something, and may have been begun, comes before what reads, and one thing before lists.
 */
enum Importance {
    /** Pages by which people get in again. */
    PAGE(1.2),
    STAFF_WRITE(1.0),
    STAFF_READ(0.95),
    PROGRAM_WRITE(0.9),
    STAFF_LIST(0.85),
    PROGRAM_READ(0.8),
    ANYBODY_WRITE(0.75),
    PROGRAM_LIST(0.7),
    ANYBODY_READ(0.65),
    ANYBODY_LIST(0.6);

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String API = "/api/v1/";

    private final double share;

    Importance(double share) {
        this.share = share;
    }

    /** How much of all places may be taken for such a request to get one. */
    double share() {
        return share;
    }

    /** For example {@code staff-write}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * That of a request.
     *
     * @param path normalized
     * @param caller empty when nobody is known
     */
    static Importance of(HttpMethod method, String path, Optional<Caller> caller) {
        if (path.startsWith("/p/")) {
            return PAGE;
        }
        boolean write = !READS.contains(method);
        boolean list = isList(path);
        if (caller.isEmpty()) {
            return write ? ANYBODY_WRITE : list ? ANYBODY_LIST : ANYBODY_READ;
        }
        return switch (caller.get().kind()) {
            case ACCOUNT -> write ? STAFF_WRITE : list ? STAFF_LIST : STAFF_READ;
            case API_KEY -> write ? PROGRAM_WRITE : list ? PROGRAM_LIST : PROGRAM_READ;
        };
    }

    /** A collection has one segment: it is listed, searched or counted. */
    private static boolean isList(String path) {
        return path.startsWith(API) && path.indexOf('/', API.length()) < 0;
    }
}
