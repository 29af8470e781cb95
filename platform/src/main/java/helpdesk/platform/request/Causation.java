package helpdesk.platform.request;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/**
 * Why the work at hand is done: the request or event that began the chain, the event that caused this link of it, and who
 * acts. The outbox writes it into every event, so that a chain can be followed through all services.
 */
@RequestScoped
public class Causation {

    private final CurrentVertxRequest http;
    private final RequestIds requestIds;
    private final CurrentActor currentActor;

    private String correlationId;
    private String causationId;
    private String traceParent;
    private Actor actor;

    Causation(CurrentVertxRequest http, RequestIds requestIds, CurrentActor currentActor) {
        this.http = http;
        this.requestIds = requestIds;
        this.currentActor = currentActor;
    }

    /** Does the work as the consequence of an event. Afterwards the causation is what it was before. */
    public <T> T following(
            String correlationId, String causationId, String traceParent, Actor actor, Supplier<T> work) {
        String formerCorrelation = this.correlationId;
        String formerCausation = this.causationId;
        String formerTrace = this.traceParent;
        Actor formerActor = this.actor;
        this.correlationId = correlationId;
        this.causationId = causationId;
        this.traceParent = traceParent;
        this.actor = actor;
        try {
            return work.get();
        } finally {
            this.correlationId = formerCorrelation;
            this.causationId = formerCausation;
            this.traceParent = formerTrace;
            this.actor = formerActor;
        }
    }

    /** Names who acts when it is not the bearer of a token: a customer by a link, a rule, a job. */
    public void actAs(Actor actor) {
        this.actor = actor;
    }

    /** The id of the request or event that began the chain. */
    public String correlationId() {
        if (correlationId == null) {
            RoutingContext request = http.getCurrent();
            correlationId = request == null ? Ids.next().toString() : requestIds.of(request);
        }
        return correlationId;
    }

    /** The id of the event or request that caused this. */
    public String causationId() {
        return causationId == null ? correlationId() : causationId;
    }

    /** The W3C trace context to hand on, or null. */
    public String traceParent() {
        if (traceParent == null && http.getCurrent() != null) {
            traceParent =
                    TraceParent.wellFormedOrNull(http.getCurrent().request().getHeader("traceparent"));
        }
        return traceParent;
    }

    /** Who acts. */
    public Actor actor() {
        return actor == null ? currentActor.get() : actor;
    }
}
