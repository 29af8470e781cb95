package helpdesk.ticket.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.MappingRefusal;
import helpdesk.platform.mapping.PathFinding;
import helpdesk.platform.mapping.Sha256;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.mapping.MappingKeys.Known;
import helpdesk.ticket.mapping.MappingKeys.MappingKey;
import helpdesk.ticket.mapping.MappingTrialView.Fault;
import helpdesk.ticket.mapping.MappingTrialView.Outcome;
import helpdesk.ticket.ticketing.ReportedTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries mappings on an event, and stores nothing. */
@ApplicationScoped
@Transactional
public class MappingTrials {

    private final TicketMappingService service;
    private final TicketMappingRepository mappings;
    private final TicketPlans plans;
    private final MappingKeys keys;
    private final ReportedTickets tickets;

    MappingTrials(
            TicketMappingService service,
            TicketMappingRepository mappings,
            TicketPlans plans,
            MappingKeys keys,
            ReportedTickets tickets) {
        this.service = service;
        this.mappings = mappings;
        this.plans = plans;
        this.keys = keys;
        this.tickets = tickets;
    }

    MappingTrialView run(MappingTrial trial) {
        if (trial.mappingId() != null && trial.mapping() != null) {
            throw PlatformProblem.INVALID_REQUEST.at("/mapping", "Give mappingId, mapping or neither.");
        }
        EventDocument event = event(trial.event());
        if (trial.mapping() != null) {
            service.requirePossible(trial.mapping(), "/mapping");
            return new MappingTrialView(List.of(outcome(null, trial.mapping(), event)));
        }
        if (trial.mappingId() != null) {
            TicketMapping mapping = service.require(trial.mappingId());
            return new MappingTrialView(List.of(outcome(mapping.id(), mapping.writable(), event)));
        }
        return new MappingTrialView(mappings.active().stream()
                .filter(mapping -> mapping.writable().turn(event).isPresent())
                .map(mapping -> outcome(mapping.id(), mapping.writable(), event))
                .toList());
    }

    private static EventDocument event(JsonNode sent) {
        if (!sent.isObject()) {
            throw PlatformProblem.INVALID_REQUEST.at("/event", "Give the event as a JSON object.");
        }
        for (String attribute : List.of("type", "source")) {
            if (!sent.path(attribute).isTextual()
                    || sent.path(attribute).asText().isBlank()) {
                throw PlatformProblem.INVALID_REQUEST.at("/event/" + attribute, "A CloudEvent has a %s.", attribute);
            }
        }
        return new EventDocument(sent);
    }

    private Outcome outcome(UUID id, TicketMappingBody body, EventDocument event) {
        Trial trial = new Trial(id, body, event);
        Optional<Turn> turn = body.turn(event);
        if (turn.isEmpty()) {
            return trial.told(TrialEffect.IGNORES, null, null, null, null, null);
        }
        try {
            String key = TicketPlans.key(body, event);
            UUID unsolved = id == null ? null : unsolved(new MappingKey(id, Sha256.of(key)));
            return switch (turn.get()) {
                case OPENS -> opens(trial, key, unsolved);
                case CLEARS ->
                    unsolved == null
                            ? trial.told(TrialEffect.NOTHING, null, key, null, null, null)
                            : trial.told(
                                    TrialEffect.SOLVES,
                                    unsolved,
                                    key,
                                    null,
                                    TicketPlans.resolution(body.clear(), event),
                                    null);
            };
        } catch (MappingRefusal refused) {
            return trial.told(
                    TrialEffect.FAILS, null, null, null, null, new Fault(refused.code(), refused.getMessage()));
        }
    }

    private Outcome opens(Trial trial, String key, UUID unsolved) {
        if (unsolved == null) {
            PlannedTicket ticket =
                    PlannedTicket.of(plans.ticket(new ActiveMapping(trial.id(), trial.body()), trial.event()));
            return trial.told(TrialEffect.OPENS, null, key, ticket, null, null);
        }
        return trial.body().again() == null
                ? trial.told(TrialEffect.NOTHING, unsolved, key, null, null, null)
                : trial.told(
                        TrialEffect.NOTES,
                        unsolved,
                        key,
                        null,
                        TicketPlans.text(trial.body().again(), trial.event()),
                        null);
    }

    private UUID unsolved(MappingKey key) {
        return keys.find(key).map(Known::ticket).filter(tickets::isUnsolved).orElse(null);
    }

    private record Trial(UUID id, TicketMappingBody body, EventDocument event) {

        Outcome told(TrialEffect effect, UUID unsolved, String key, PlannedTicket ticket, String text, Fault problem) {
            List<PathFinding> found = PathFinding.of(body.paths(), event);
            List<String> missing = found.stream()
                    .filter(finding -> finding.values().isEmpty())
                    .map(PathFinding::path)
                    .toList();
            return new Outcome(id, body.name(), effect, unsolved, key, ticket, text, problem, found, missing);
        }
    }
}
