package helpdesk.gateway.edge;

import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How large bodies may be: 1 MiB, 7 MiB for a batch of events (100 of at most 64 KiB, and what is around them), and 25 MiB
 * for a file: one that is attached, one of profiles, or a mail. A length that is announced is checked here; a body without one is counted while it is read: by {@link CountedReading} for the gateway's own resources, and by the proxy for all others.
 */
@ApplicationScoped
public class BodyLimit {

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int MIB = 1024 * 1024;
    private static final long USUAL = MIB;
    private static final long EVENTS = 7L * MIB;
    private static final long FILE = 25L * MIB;
    private static final Pattern FILES =
            Pattern.compile("/api/v1/((tickets|requests)/[^/]+/attachments|customer-imports|mails)/?");
    private static final String EVENT_INTAKE = "/api/v1/events";
    private static final int PRIORITY = 8_000;

    /** A body that has not come by then is not waited for; who sends so slowly is gone within 30 s, with the answer. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(25);

    /** A file has longer in all; the proxy does not wait as long for each piece of it. */
    private static final Duration PATIENCE_WITH_FILES = Duration.ofSeconds(120);

    /** How many bytes of a file must have come a second, on average from its beginning. */
    private static final long SLOWEST = 1_024;

    private final Vertx vertx;
    private final RouteAnswers answers;

    BodyLimit(Vertx vertx, RouteAnswers answers) {
        this.vertx = vertx;
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::checkAnnouncedLength, PRIORITY);
    }

    /** How many bytes the body of this request may have. */
    public static long of(RoutingContext context) {
        if (isUpload(context)) {
            return FILE;
        }
        boolean intake = context.request().method() == HttpMethod.POST && EVENT_INTAKE.equals(context.normalizedPath());
        return intake ? EVENTS : USUAL;
    }

    /** Whether the body of this request is a file. */
    public static boolean isUpload(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                && FILES.matcher(context.normalizedPath()).matches();
    }

    /** What is answered to a larger one. */
    public static Problem tooLarge(RoutingContext context) {
        return PlatformProblem.BODY_TOO_LARGE.problem(
                "The body has more than %d MiB. Send a smaller one, or several requests.", of(context) / MIB);
    }

    private void checkAnnouncedLength(RoutingContext context) {
        String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && exceeds(announced, of(context))) {
            answers.answerAndClose(context, tooLarge(context));
        } else {
            if (announced != null
                    || context.request().version() == HttpVersion.HTTP_2
                            && !BODILESS.contains(context.request().method())
                    || context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                hurry(context, Duration.ZERO, USUAL_PATIENCE);
            }
            context.next();
        }
    }

    /** A file is looked at again and again: it may take its time, but not stand still. */
    private void hurry(RoutingContext context, Duration waited, Duration patience) {
        long timer = vertx.setTimer(patience.minus(waited).toMillis(), over -> {
            if (context.request().isEnded() || context.response().ended()) {
                return;
            }
            if (isUpload(context)
                    && patience.compareTo(PATIENCE_WITH_FILES) < 0
                    && context.request().bytesRead() >= patience.toSeconds() * SLOWEST) {
                hurry(context, patience, next(patience));
            } else {
                answers.answerAndClose(
                        context,
                        GatewayProblem.REQUEST_TIMEOUT.problem(
                                "The body did not come within %d s. Send it again without a break.",
                                patience.toSeconds()));
            }
        });
        context.addEndHandler(done -> vertx.cancelTimer(timer));
    }

    private static Duration next(Duration patience) {
        Duration longer = patience.plus(USUAL_PATIENCE);
        return longer.compareTo(PATIENCE_WITH_FILES) < 0 ? longer : PATIENCE_WITH_FILES;
    }

    private static boolean exceeds(String announced, long limit) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException moreDigitsThanALongHas) {
            return true;
        }
    }
}
