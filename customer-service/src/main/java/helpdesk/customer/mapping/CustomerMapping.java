package helpdesk.customer.mapping;

import helpdesk.customer.definition.Definition;
import helpdesk.platform.mapping.EventCondition;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What events of another system tell of customers. */
@Entity
@Table(name = "customer_mapping")
class CustomerMapping extends Definition<CustomerMappingBody> {

    private boolean active;
    private String type;
    private String source;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<EventCondition> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    private MappedCustomer customer;

    @JdbcTypeCode(SqlTypes.JSON)
    private MappedVisit visit;

    /** For the persistence provider. */
    protected CustomerMapping() {}

    CustomerMapping(UUID id) {
        super(id);
    }

    @Override
    protected void take(CustomerMappingBody body) {
        active = body.active();
        type = body.type();
        source = body.source();
        conditions = body.when();
        customer = body.customer();
        visit = body.visit();
    }

    @Override
    public CustomerMappingBody writable() {
        return new CustomerMappingBody(name(), active, type, source, conditions, customer, visit);
    }
}
