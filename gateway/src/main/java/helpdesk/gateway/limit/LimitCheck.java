package helpdesk.gateway.limit;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.edge.RouteAnswers;
import helpdesk.platform.problem.Problem;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Refuses who asks more often than may be: first by address, before anything is looked up for the request; then by who it is,
 * which is known when keys have become tokens.
 */
@ApplicationScoped
class LimitCheck {

    /** Behind CORS (9,000), so that pages can read the refusal; before bodies (8,000) and API keys (1,000). */
    private static final int ADDRESS_PRIORITY = 8_500;

    /** Behind the exchange of API keys (1,000). */
    private static final int CALLER_PRIORITY = 950;

    private final LimitSettings settings;
    private final Policies policies;
    private final Buckets buckets;
    private final Addresses addresses;
    private final Callers callers;
    private final RouteAnswers answers;

    LimitCheck(
            LimitSettings settings,
            Policies policies,
            Buckets buckets,
            Addresses addresses,
            Callers callers,
            RouteAnswers answers) {
        this.settings = settings;
        this.policies = policies;
        this.buckets = buckets;
        this.addresses = addresses;
        this.callers = callers;
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        if (settings.enabled()) {
            filters.register(this::checkAddress, ADDRESS_PRIORITY);
            filters.register(this::checkCaller, CALLER_PRIORITY);
        }
    }

    private void checkAddress(RoutingContext context) {
        if (isFree(context)) {
            context.next();
            return;
        }
        String address = addresses.name(context.request());
        context.put(LimitCheck.class.getName(), address);
        if (mayGoOn(context, policies.address(), address)) {
            context.next();
        }
    }

    private void checkCaller(RoutingContext context) {
        if (isFree(context)) {
            context.next();
            return;
        }
        Optional<String> token = Callers.bearer(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (token.isEmpty()) {
            decide(context, Optional.empty());
            return;
        }
        CompletableFuture<Optional<Caller>> caller = callers.of(token.get());
        if (caller.isDone() && !caller.isCompletedExceptionally()) {
            decide(context, caller.join());
        } else {
            // Whoever reads the body resumes it; until then nothing of it is lost.
            context.request().pause();
            Context loop = Vertx.currentContext();
            caller.exceptionally(notKnownNow -> Optional.empty())
                    .thenAccept(known -> loop.runOnContext(back -> decide(context, known)));
        }
    }

    private void decide(RoutingContext context, Optional<Caller> caller) {
        RouteClass route = RouteClass.of(context.request().method(), context.normalizedPath());
        String address = context.get(LimitCheck.class.getName());
        Policy policy = caller.map(known -> policies.of(known, route)).orElseGet(() -> policies.anonymous(route));
        boolean byAddress = caller.isEmpty() || route == RouteClass.SIGN_IN;
        if (mayGoOn(context, policy, byAddress ? address : caller.get().subject())) {
            context.next();
        }
    }

    private boolean mayGoOn(RoutingContext context, Policy policy, String subject) {
        if (policy.isUnlimited()) {
            return true;
        }
        ConsumptionProbe probe = buckets.take(policy, subject);
        context.response().putHeader("RateLimit-Policy", policy.header());
        context.response()
                .putHeader(
                        "RateLimit",
                        "\"" + policy.name() + "\";r=" + probe.getRemainingTokens() + ";t="
                                + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            refuse(context, policy, seconds(probe.getNanosToWaitForRefill()));
        }
        return probe.isConsumed();
    }

    private void refuse(RoutingContext context, Policy policy, long wait) {
        Problem refusal = GatewayProblem.TOO_MANY_REQUESTS
                .problem(
                        "The limit \"%s\" is %d requests in %d seconds. Wait %d seconds, then go on more slowly.",
                        policy.name(), policy.quota(), Policy.WINDOW, wait)
                .retryAfter(Duration.ofSeconds(wait));
        answers.answerUnread(context, refusal);
    }

    /** Health and metrics are asked by machines that act on the answer, and services must get the keys of tokens. */
    private static boolean isFree(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/q/") || path.startsWith("/.well-known/");
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
