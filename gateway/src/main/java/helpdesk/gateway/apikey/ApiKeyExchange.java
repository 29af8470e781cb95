package helpdesk.gateway.apikey;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.edge.RouteAnswers;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts a short-lived token in the place of an API key, before anything looks at who is asking: the gateway's own resources
 * and the services behind it know tokens only, and the key goes no further than here.
 */
@ApplicationScoped
public class ApiKeyExchange {

    private static final Logger LOG = Logger.getLogger(ApiKeyExchange.class);
    private static final String AUTHORIZATION = "Authorization";
    private static final String API_KEY = "X-Api-Key";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_KEY = 200;

    /** Before authentication (200). */
    private static final int PRIORITY = 1_000;

    private final ApiKeyTokens tokens;
    private final RouteAnswers answers;

    ApiKeyExchange(ApiKeyTokens tokens, RouteAnswers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    void install(@Observes Filters filters) {
        filters.register(this::exchange, PRIORITY);
    }

    private void exchange(RoutingContext request) {
        MultiMap headers = request.request().headers();
        String header = headers.get(API_KEY);
        String authorization = headers.get(AUTHORIZATION);
        if (header != null && authorization != null) {
            answers.answer(
                    request,
                    PlatformProblem.INVALID_PARAMETER.at(
                            "header:" + API_KEY, "Send either Authorization or X-Api-Key, not both."));
            return;
        }
        String key = header != null ? header.strip() : bearerKey(authorization);
        if (key == null) {
            request.next();
        } else if (!key.startsWith(ApiKeySecret.MARK) || key.length() > LONGEST_KEY) {
            answers.answer(request, invalid());
        } else {
            headers.remove(API_KEY);
            request.request().pause();
            Context context = Vertx.currentContext();
            tokens.tokenFor(new ApiKeySecret(key))
                    .whenComplete((token, failure) -> context.runOnContext(back -> resume(request, token, failure)));
        }
    }

    private void resume(RoutingContext request, Optional<ApiKeyTokens.Exchanged> exchanged, Throwable failure) {
        if (failure != null) {
            LOG.debugf("An API key could not be checked: %s", failure.getMessage());
            answers.answer(request, Failures.unavailable());
        } else if (exchanged.isEmpty()) {
            answers.answer(request, invalid());
        } else {
            missingScope(request, exchanged.get())
                    .ifPresentOrElse(scope -> answers.answer(request, missing(scope)), () -> {
                        request.request()
                                .headers()
                                .set(AUTHORIZATION, BEARER + exchanged.get().token());
                        request.next();
                    });
        }
    }

    /** Whoever routes the request takes the path as it came or as it is meant; both have to be allowed. */
    private static Optional<String> missingScope(RoutingContext request, ApiKeyTokens.Exchanged exchanged) {
        String method = request.request().method().name();
        String meant = request.normalizedPath();
        return exchanged
                .missing(method, meant == null ? request.request().path() : meant)
                .or(() -> exchanged.missing(method, request.request().path()));
    }

    private static Problem missing(String scope) {
        return GatewayProblem.SCOPE_MISSING
                .problem("Its roles may allow this, but the key was made for less. It needs the scope %s.", scope)
                .member("missing", scope);
    }

    private static String bearerKey(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String credential = authorization.substring(BEARER.length()).strip();
        return credential.startsWith(ApiKeySecret.MARK) ? credential : null;
    }

    private static Problem invalid() {
        return GatewayProblem.INVALID_API_KEY.problem(
                "The key is unknown, revoked or expired. Ask an administrator for a new one.");
    }
}
