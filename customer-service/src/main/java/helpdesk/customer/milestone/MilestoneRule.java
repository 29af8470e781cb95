package helpdesk.customer.milestone;

import helpdesk.customer.definition.Definition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** Which day of each customer is a milestone, and what is done about it (practice 4). */
@Entity
@Table(name = "milestone_rule")
class MilestoneRule extends Definition<MilestoneRuleBody> {

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    private MilestoneSource on;

    private String field;
    private String event;

    @Enumerated(EnumType.STRING)
    private MilestoneAct act;

    private String title;
    private int leadDays;
    private int hour;
    private boolean active;

    /** For the persistence provider. */
    protected MilestoneRule() {}

    MilestoneRule(UUID id) {
        super(id);
    }

    @Override
    protected void take(MilestoneRuleBody body) {
        on = body.on();
        field = body.field();
        event = body.event();
        act = body.act();
        title = body.title();
        leadDays = body.leadDays();
        hour = body.hour();
        active = body.active();
    }

    @Override
    public MilestoneRuleBody writable() {
        return new MilestoneRuleBody(name(), on, field, event, act, title, leadDays, hour, active);
    }

    MilestoneSource on() {
        return on;
    }

    String field() {
        return field;
    }

    String event() {
        return event;
    }

    boolean isActive() {
        return active;
    }

    /** What its milestones are. */
    MilestoneTerms terms() {
        return new MilestoneTerms(on.kind(), title == null ? name() : title, act, leadDays, hour);
    }
}
