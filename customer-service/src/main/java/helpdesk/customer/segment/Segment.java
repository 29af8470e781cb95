package helpdesk.customer.segment;

import helpdesk.customer.definition.Definition;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Customers who have something in common, by a rule over what is known of them (practice 32). */
@Entity
class Segment extends Definition<SegmentBody> {

    private String description;
    private boolean ideal;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<SegmentCondition> conditions;

    private boolean active;

    /** For the persistence provider. */
    protected Segment() {}

    Segment(UUID id) {
        super(id);
    }

    @Override
    protected void take(SegmentBody body) {
        description = body.description();
        ideal = body.ideal();
        conditions = List.copyOf(body.conditions());
        active = body.active();
    }

    @Override
    public SegmentBody writable() {
        return new SegmentBody(name(), description, ideal, conditions, active);
    }

    List<SegmentCondition> conditions() {
        return conditions;
    }

    /** Whether the customer belongs to it. */
    boolean covers(SegmentFacts facts) {
        return active && conditions.stream().allMatch(condition -> condition.holds(facts));
    }
}
