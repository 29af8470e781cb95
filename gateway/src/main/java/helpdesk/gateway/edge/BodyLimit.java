package helpdesk.gateway.edge;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How large bodies may be: 1 MiB, and 7 MiB for a batch of events (100 of at most 64 KiB, and what is around them). A
 * length that is announced is checked here; a body without one is counted
 * while it is read: by {@link CountedReading} for the gateway's own resources, and by the proxy for all others.
 */
@ApplicationScoped
public class BodyLimit {

    private static final int MIB = 1024 * 1024;
    private static final long USUAL = MIB;
    private static final long EVENTS = 7L * MIB;
    private static final String EVENT_INTAKE = "/api/v1/events";
    private static final int PRIORITY = 8_000;

    private final RouteAnswers answers;

    BodyLimit(RouteAnswers answers) {
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::checkAnnouncedLength, PRIORITY);
    }

    /** How many bytes the body of this request may have. */
    public static long of(RoutingContext context) {
        boolean intake = context.request().method() == HttpMethod.POST && EVENT_INTAKE.equals(context.normalizedPath());
        return intake ? EVENTS : USUAL;
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
            context.next();
        }
    }

    private static boolean exceeds(String announced, long limit) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException moreDigitsThanALongHas) {
            return true;
        }
    }
}
