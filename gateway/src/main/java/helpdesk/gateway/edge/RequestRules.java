package helpdesk.gateway.edge;

import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses what two programs could understand in two ways (RFC 9112, section 11), before anything else looks at the request.
 * What the decoder cannot read at all it has refused already, with a bare status.
 */
@ApplicationScoped
class RequestRules {

    /** Behind {@link AnswerHeaders} (9,500), so that a refusal has them, and before everything that decides. */
    private static final int PRIORITY = 9_400;

    private static final int MOST_HEADERS = 100;
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z0-9._~%-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

    /** RFC 9110, section 5.6.2. */
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final Vertx vertx;
    private final RouteAnswers answers;

    RequestRules(Vertx vertx, RouteAnswers answers) {
        this.vertx = vertx;
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    /** The router fails a request without a proper path or host before it comes to any filter. */
    void installForFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::check);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (LastRequest.isOver(request.connection())) {
            // Unless it is the last one itself that failed.
            if (context.get(LastRequest.class.getName()) != null) {
                context.next();
            }
            return;
        }
        Problem fault = fault(request);
        boolean alone = request.version() != HttpVersion.HTTP_2;
        if (alone && (fault != null || isLast(request.headers()))) {
            context.put(LastRequest.class.getName(), true);
            LastRequest.mark(request.connection());
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(done -> LastRequest.end(vertx, request.connection()));
        }
        if (fault != null) {
            answers.answer(context, fault);
        } else {
            context.next();
        }
    }

    /**
     * Whether the connection ends with this request. Of a body in pieces a length beside it is gone already: the decoder takes
     * it away, as the standard allows if only the connection ends with the answer. A proxy in front that counted by that length
     * would take the rest for a request.
     */
    private static boolean isLast(MultiMap headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.getAll(HttpHeaders.CONNECTION).stream()
                        .flatMap(value -> Stream.of(value.split(",")))
                        .anyMatch(option -> "close".equalsIgnoreCase(option.strip()));
    }

    private static Problem fault(HttpServerRequest request) {
        MultiMap headers = request.headers();
        // Its size would be the number of different names.
        if (headers.entries().size() > MOST_HEADERS) {
            return GatewayProblem.HEADERS_TOO_LARGE.problem(
                    "The request has more than %d headers. Send fewer.", MOST_HEADERS);
        }
        if (!isTarget(request.uri())) {
            return malformed("The target must be a path that begins with one slash, without the name of a host.");
        }
        if (!isFramed(request, headers)) {
            return malformed(
                    "The length of the body must be told once, by Content-Length or as Transfer-Encoding: chunked.");
        }
        if (!namesOneHost(request, headers.getAll(HttpHeaders.HOST))) {
            return malformed("The request must name one host, as a name or address with a port where it has one.");
        }
        for (Map.Entry<String, String> header : headers) {
            if (!isToken(header.getKey()) || !isText(header.getValue())) {
                return malformed("The name or the value of a header has characters that may not be there.");
            }
        }
        return null;
    }

    private static boolean isTarget(String uri) {
        return uri != null
                && uri.startsWith("/")
                && uri.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != '#');
    }

    private static boolean namesOneHost(HttpServerRequest request, List<String> hosts) {
        return switch (request.version()) {
            case HTTP_1_0 -> hosts.isEmpty() || hosts.size() == 1 && isAuthority(hosts.getFirst());
            case HTTP_1_1 -> hosts.size() == 1 && isAuthority(hosts.getFirst());
            // There it is part of the target (RFC 9113, section 8.3.1), and a header beside it must not name another
            // one.
            case HTTP_2 -> {
                String authority =
                        request.authority() == null ? "" : request.authority().toString();
                yield isAuthority(authority) && (hosts.isEmpty() || hosts.equals(List.of(authority)));
            }
        };
    }

    private static boolean isAuthority(String text) {
        return AUTHORITY.matcher(text).matches();
    }

    private static boolean isFramed(HttpServerRequest request, MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        if (codings.isEmpty() || request.version() == HttpVersion.HTTP_2) {
            return codings.isEmpty() && (lengths.isEmpty() || lengths.size() == 1 && isNumber(lengths.getFirst()));
        }
        return lengths.isEmpty()
                && request.version() != HttpVersion.HTTP_1_0
                && codings.size() == 1
                && "chunked".equalsIgnoreCase(codings.getFirst());
    }

    private static boolean isNumber(String length) {
        return !length.isEmpty() && length.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || TOKEN_MARKS.indexOf(c) >= 0);
    }

    private static boolean isText(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t');
    }

    private static Problem malformed(String detail) {
        return GatewayProblem.MALFORMED_REQUEST.problem(detail);
    }
}
