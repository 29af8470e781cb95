package helpdesk.ticket.mapping;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.MappingFailures;
import helpdesk.platform.mapping.MappingRefusal;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.mapping.MappingKeys.MappingKey;
import helpdesk.ticket.ticketing.TicketLearning;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Holds events of other systems against the mappings, in the transaction of the consumer. A mapping that can do nothing with an event is
 * written down, and hinders no other.
 */
@ApplicationScoped
public class MappingRuns {

    private static final Logger LOG = Logger.getLogger(MappingRuns.class);

    private final ActiveMappings mappings;
    private final MappingKeys keys;
    private final MappingEffects effects;
    private final MappingFailures failures;
    private final TicketLearning tickets;
    private final Causation causation;

    MappingRuns(
            ActiveMappings mappings,
            MappingKeys keys,
            MappingEffects effects,
            MappingFailures failures,
            TicketLearning tickets,
            Causation causation) {
        this.mappings = mappings;
        this.keys = keys;
        this.effects = effects;
        this.failures = failures;
        this.tickets = tickets;
        this.causation = causation;
    }

    /** Reads the mappings, and holds what they are about to change: others wait, and nobody for each other. */
    public void prepare(List<IncomingEvent> events) {
        mappings.refresh();
        Set<MappingKey> concerned = new HashSet<>();
        if (!mappings.all().isEmpty()) {
            events.forEach(event -> collect(EventDocument.of(event), concerned));
        }
        if (!concerned.isEmpty()) {
            keys.hold(concerned);
            tickets.hold(keys.tickets(concerned));
        }
    }

    private void collect(EventDocument event, Set<MappingKey> concerned) {
        for (ActiveMapping mapping : mappings.all()) {
            if (mapping.body().turn(event).isPresent()) {
                try {
                    concerned.add(MappingEffects.key(mapping, event));
                } catch (MappingRefusal incomplete) {
                    LOG.debugf("Mapping %s finds no key: %s", mapping.id(), incomplete.getMessage());
                }
            }
        }
    }

    /** Does what the mappings say. */
    public void take(IncomingEvent event) {
        EventDocument document = EventDocument.of(event);
        List<ActiveMapping> concerned = mappings.all().stream()
                .filter(mapping -> mapping.body().turn(document).isPresent())
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        Set<UUID> failed = failures.of(event);
        concerned.stream()
                .filter(mapping -> !failed.contains(mapping.id()))
                .forEach(mapping -> causation.following(
                        event.correlationId(),
                        event.id(),
                        event.traceParent(),
                        Actor.system("mapping:" + mapping.id()),
                        () -> {
                            act(mapping, event, document);
                            return null;
                        }));
    }

    private void act(ActiveMapping mapping, IncomingEvent event, EventDocument document) {
        try {
            effects.apply(mapping, document, event.time());
        } catch (MappingRefusal refused) {
            failures.add(mapping.id(), event, refused.code(), refused.getMessage());
        } catch (RuntimeException accident) {
            if (!Failures.isTransient(accident)) {
                goOnWithout(mapping, event, accident);
            }
            throw accident;
        }
    }

    /** What was begun is rolled back with the event, which is taken again: then without this mapping. */
    private void goOnWithout(ActiveMapping mapping, IncomingEvent event, RuntimeException accident) {
        LOG.errorf(accident, "Mapping %s cannot act on event %s of %s", mapping.id(), event.id(), event.source());
        Problem problem = Failures.understand(accident)
                .orElseGet(() -> PlatformProblem.INTERNAL_ERROR.problem("It failed. The log says why."));
        QuarkusTransaction.requiringNew()
                .run(() -> failures.add(mapping.id(), event, problem.type().code(), problem.getMessage()));
    }
}
