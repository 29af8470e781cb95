package helpdesk.gateway.edge;

import helpdesk.platform.problem.PlatformProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses bodies that are compressed: nothing is unpacked here, so nothing that is small on its way can be large when it is
 * here.
 */
@ApplicationScoped
class ContentCodings {

    /** Behind CORS (9,000), so that pages can read the refusal, and before anything looks at the body. */
    private static final int PRIORITY = 8_200;

    private static final String NONE = "identity";

    private final RouteAnswers answers;

    ContentCodings(RouteAnswers answers) {
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        boolean coded = context.request().headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !NONE.equalsIgnoreCase(coding.strip()));
        if (coded) {
            // RFC 9110, section 12.5.3: so it is told that the coding is what is wrong, and not the media type.
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, NONE);
            answers.answerAndClose(
                    context,
                    PlatformProblem.UNSUPPORTED_MEDIA_TYPE.problem(
                            "The body must not be compressed. Leave Content-Encoding out and send it as it is."));
        } else {
            context.next();
        }
    }
}
