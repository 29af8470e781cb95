package helpdesk.ticket.routing;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.condition.Condition;
import helpdesk.ticket.condition.Conditions;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Gives the tickets that it takes to people who can, may and have the time to work on them. */
@Entity
public class RoutingQueue extends Aggregate {

    private String name;
    private int position;
    private boolean active;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Condition> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RequiredSkill> skills;

    private boolean matchLanguage;
    private Integer returnAfterMinutes;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected RoutingQueue() {}

    RoutingQueue(UUID id, QueueBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    void write(QueueBody body, Instant now) {
        name = body.name().strip();
        position = body.position();
        active = body.active();
        conditions = new ArrayList<>(body.conditions());
        skills = new ArrayList<>(body.skills());
        matchLanguage = body.matchLanguage();
        returnAfterMinutes = body.returnAfterMinutes();
        updatedAt = now;
    }

    QueueBody writable() {
        return new QueueBody(
                name,
                position,
                active,
                List.copyOf(conditions),
                List.copyOf(skills),
                matchLanguage,
                returnAfterMinutes);
    }

    /** Whether it takes a ticket of which this is so. */
    public boolean takes(Facts facts) {
        return Conditions.hold(conditions, facts);
    }

    /**
     * What a ticket needs of whoever gets it.
     *
     * @param language null when it is not known
     */
    public Need need(Channel channel, String group, int tier, String language) {
        return new Need(channel, group, tier, matchLanguage ? language : null, List.copyOf(skills));
    }

    String name() {
        return name;
    }

    int position() {
        return position;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
