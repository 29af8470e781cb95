package helpdesk.customer.mapping;

import helpdesk.customer.definition.Definitions;
import helpdesk.platform.mapping.EventDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The mappings of events to customers. */
@ApplicationScoped
class CustomerMappings implements Definitions<CustomerMapping> {

    /** Those that an event concerns, by name. Most types have none, and cost no more than a look. */
    List<CustomerMapping> concernedBy(EventDocument event) {
        return list("active and (type = ?1 or type like '%*') order by lower(name)", event.type()).stream()
                .filter(mapping -> mapping.writable().concerns(event))
                .toList();
    }
}
