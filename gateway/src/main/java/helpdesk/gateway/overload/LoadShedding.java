package helpdesk.gateway.overload;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.edge.RouteAnswers;
import helpdesk.gateway.limit.Callers;
import helpdesk.platform.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Refuses at once what would only wait: with more requests than a service can answer all of them come late, with those refused
 * that are too many the others come in time.
 */
@ApplicationScoped
class LoadShedding {

    /** Behind the limits by caller (950): who asks too often is told that. */
    private static final int PRIORITY = 900;

    private static final int LONGEST_WAIT_SECONDS = 3;

    private final OverloadSettings settings;
    private final Lanes lanes;
    private final Callers callers;
    private final RouteAnswers answers;
    private final MeterRegistry registry;

    LoadShedding(
            OverloadSettings settings, Lanes lanes, Callers callers, RouteAnswers answers, MeterRegistry registry) {
        this.settings = settings;
        this.lanes = lanes;
        this.callers = callers;
        this.answers = answers;
        this.registry = registry;
    }

    void install(@Observes Filters filters) {
        if (settings.enabled()) {
            filters.register(this::check, PRIORITY);
        }
    }

    private void check(RoutingContext context) {
        String name = lanes.nameOf(context).orElse(null);
        if (name == null) {
            context.next();
            return;
        }
        Lane lane = lanes.named(name);
        Importance importance = Importance.of(
                context.request().method(),
                context.normalizedPath(),
                callers.ifKnown(context.request().getHeader(HttpHeaders.AUTHORIZATION)));
        if (lane.enter(importance)) {
            Passage.of(context, lane);
            context.next();
        } else {
            registry.counter("helpdesk.overload.shed", "lane", name, "importance", importance.label())
                    .increment();
            answers.answerUnread(context, refusal());
        }
    }

    /** Those refused together shall not come again together. */
    private static Problem refusal() {
        return GatewayProblem.OVERLOADED
                .problem("There is more to do than can be done at this moment. Nothing was done; try again shortly.")
                .retryAfter(Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1)));
    }
}
