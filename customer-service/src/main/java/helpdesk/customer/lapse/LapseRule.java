package helpdesk.customer.lapse;

import helpdesk.customer.definition.Definition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** When somebody stays away, and what is done about it (practice 3). */
@Entity
@Table(name = "lapse_rule")
class LapseRule extends Definition<LapseRuleBody> {

    @Enumerated(EnumType.STRING)
    private LapseSign sign;

    private String subscription;
    private Integer afterDays;
    private Integer timesRhythm;
    private int minVisits;
    private List<String> visitKinds;
    private int wonBackDays;
    private boolean tell;

    @Column(name = "agents")
    private String group;

    private boolean active;

    /** For the persistence provider. */
    protected LapseRule() {}

    LapseRule(UUID id) {
        super(id);
    }

    @Override
    protected void take(LapseRuleBody body) {
        sign = body.sign();
        subscription = body.subscription();
        afterDays = body.afterDays();
        timesRhythm = body.timesRhythm();
        minVisits = body.minVisits();
        visitKinds = body.visitKinds();
        wonBackDays = body.wonBackDays();
        tell = body.tell();
        group = body.group();
        active = body.active();
    }

    @Override
    public LapseRuleBody writable() {
        return new LapseRuleBody(
                name(),
                sign,
                subscription,
                afterDays,
                timesRhythm,
                minVisits,
                visitKinds,
                wonBackDays,
                tell,
                group,
                active);
    }
}
