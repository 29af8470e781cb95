package helpdesk.customer.mapping;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.MappingFailures;
import helpdesk.platform.mapping.MappingRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads events of other systems as the mappings say. In the transaction of the consumer. */
@ApplicationScoped
public class MappedEvents {

    private final CustomerMappings mappings;
    private final MappingFailures failures;

    MappedEvents(CustomerMappings mappings, MappingFailures failures) {
        this.mappings = mappings;
        this.failures = failures;
    }

    /** Whom an event is about, by the first mapping that can say; empty when there is none. What one cannot do is written down. */
    public Optional<MappedPerson> read(IncomingEvent event) {
        EventDocument document = EventDocument.of(event);
        for (CustomerMapping mapping : mappings.concernedBy(document)) {
            try {
                return Optional.of(PersonPlans.person(mapping.writable(), document));
            } catch (MappingRefusal refused) {
                failures.add(mapping.id(), event, refused.code(), refused.getMessage());
            }
        }
        return Optional.empty();
    }
}
