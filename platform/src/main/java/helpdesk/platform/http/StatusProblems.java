package helpdesk.platform.http;

import helpdesk.platform.identity.SigningKeysAway;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The problems behind statuses that frameworks answer with by themselves. */
final class StatusProblems {

    private static final Logger LOG = Logger.getLogger(StatusProblems.class);

    /** Tokens of customer links are parts of paths, and tokens belong in no log. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{50,}");

    private StatusProblems() {}

    /** The problem for a status from 400 to 499, or 503. */
    static Problem of(int status) {
        return switch (status) {
            case 401 ->
                PlatformProblem.UNAUTHENTICATED.problem(
                        "Send a valid, unexpired token or API key: Authorization: Bearer <token>.");
            case 403 ->
                PlatformProblem.FORBIDDEN.problem("You are known, but none of your roles allows this operation.");
            case 404 ->
                PlatformProblem.NOT_FOUND.problem(
                        "No such address or object, or it is not yours. Check the path and the id.");
            case 405 ->
                PlatformProblem.METHOD_NOT_ALLOWED.problem(
                        "Use a method that the header Allow tells, as the API document says.");
            case 406 -> PlatformProblem.NOT_ACCEPTABLE.problem("Ask for application/json.");
            case 413 -> PlatformProblem.BODY_TOO_LARGE.problem("Send a smaller body, or several requests.");
            case 415 ->
                PlatformProblem.UNSUPPORTED_MEDIA_TYPE.problem(
                        "Send application/json, or application/merge-patch+json with PATCH, as the API document says.");
            case 503 ->
                PlatformProblem.TEMPORARILY_UNAVAILABLE
                        .problem("The service has too much to do right now. Try again shortly.")
                        .retryAfter(Duration.ofSeconds(1));
            default -> PlatformProblem.INVALID_REQUEST.problem("Correct the request as the API document says.");
        };
    }

    /** The caller's fault, unless we lack the keys to tell. */
    static Problem unauthenticated(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SigningKeysAway) {
                return PlatformProblem.TEMPORARILY_UNAVAILABLE
                        .problem("Tokens cannot be verified right now. Try again shortly.")
                        .retryAfter(Duration.ofSeconds(1));
            }
        }
        return of(401);
    }

    /** Closes the connection behind an answer that did not wait for the whole request. */
    static void closeAfter(Problem problem, RoutingContext request) {
        if (problem.type() == PlatformProblem.BODY_TOO_LARGE) {
            request.response().putHeader("Connection", "close");
            request.response().endHandler(end -> request.request().connection().close());
        }
    }

    /** The problem for what nobody foresaw. The log has the failure; the caller gets the request's id. */
    static Problem unexpected(Throwable failure, RoutingContext request) {
        String path = TOKEN.matcher(request.normalizedPath()).replaceAll("…");
        LOG.errorf(failure, "Unexpected failure of %s %s", request.request().method(), path);
        return PlatformProblem.INTERNAL_ERROR
                .problem("This is our fault. Tell the operator the request id; the log has the rest.")
                .retryAfter(Duration.ofSeconds(5));
    }
}
