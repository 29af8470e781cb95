package helpdesk.customer.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.identity.Contact;
import helpdesk.customer.mapping.CustomerMappingTrialView.Outcome;
import helpdesk.customer.mapping.CustomerMappingTrialView.Person;
import helpdesk.customer.mapping.CustomerMappingTrialView.Visit;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.MappingRefusal;
import helpdesk.platform.mapping.PathFinding;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Tries mappings on an event, and stores nothing. */
@ApplicationScoped
@Transactional
class CustomerMappingTrials {

    private final CustomerMappingService service;
    private final CustomerMappings mappings;

    CustomerMappingTrials(CustomerMappingService service, CustomerMappings mappings) {
        this.service = service;
        this.mappings = mappings;
    }

    CustomerMappingTrialView run(CustomerMappingTrial trial) {
        if (trial.mappingId() != null && trial.mapping() != null) {
            throw PlatformProblem.INVALID_REQUEST.at("/mapping", "Give mappingId, mapping or neither.");
        }
        EventDocument event = event(trial.event());
        if (trial.mapping() != null) {
            return new CustomerMappingTrialView(List.of(outcome(null, trial.mapping(), event)));
        }
        if (trial.mappingId() != null) {
            CustomerMapping mapping = service.require(trial.mappingId());
            return new CustomerMappingTrialView(List.of(outcome(mapping.id(), mapping.writable(), event)));
        }
        return new CustomerMappingTrialView(mappings.concernedBy(event).stream()
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

    private static Outcome outcome(UUID id, CustomerMappingBody body, EventDocument event) {
        boolean concerned = body.concerns(event);
        List<PathFinding> found = PathFinding.of(body.paths(), event);
        List<String> missing = found.stream()
                .filter(finding -> finding.values().isEmpty())
                .map(PathFinding::path)
                .toList();
        try {
            MappedPerson person = PersonPlans.person(body, event);
            return new Outcome(id, body.name(), concerned, person(person), visit(person), null, found, missing);
        } catch (MappingRefusal refused) {
            return new Outcome(id, body.name(), concerned, null, null, refused.getMessage(), found, missing);
        }
    }

    private static Person person(MappedPerson person) {
        Contact contact = person.contact();
        return new Person(
                person.customerId(),
                contact.email(),
                contact.phone(),
                contact.handle() == null
                        ? null
                        : contact.handle().network() + ":" + contact.handle().handle(),
                contact.name(),
                contact.preferredName());
    }

    private static Visit visit(MappedPerson person) {
        return person.visit() == null
                ? null
                : new Visit(person.visit().at(), person.visit().what());
    }
}
