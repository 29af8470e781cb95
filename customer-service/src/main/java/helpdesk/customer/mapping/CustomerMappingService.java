package helpdesk.customer.mapping;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.definition.DefinitionService;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.mapping.MappingFailures;
import helpdesk.platform.paging.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the mappings of events to customers. */
@ApplicationScoped
@Transactional
class CustomerMappingService extends DefinitionService<CustomerMapping, CustomerMappingBody> {

    private static final DefinitionKind KIND = new DefinitionKind(
            "mappings", "customer-mappings", "customer_mapping_name_taken", 100, CustomerProblem.MAPPING_NOT_FOUND);

    private final CustomerMappings mappings;
    private final MappingFailures failures;

    CustomerMappingService(
            CustomerMappings mappings, MappingFailures failures, Patcher patcher, Cursors cursors, Clock clock) {
        super(mappings, KIND, patcher, cursors, clock);
        this.mappings = mappings;
        this.failures = failures;
    }

    @Override
    protected CustomerMapping fresh(UUID id) {
        return new CustomerMapping(id);
    }

    /** Removes one. What it told of customers stays. */
    void delete(UUID id, IfMatch seen) {
        CustomerMapping mapping = require(id);
        seen.require(mapping.version());
        mappings.delete(mapping);
        failures.forget(id);
    }
}
