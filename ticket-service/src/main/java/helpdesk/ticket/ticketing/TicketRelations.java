package helpdesk.ticket.ticketing;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who follows a ticket, and what it has to do with others. Belongs to its {@link Ticket}, which alone changes it. */
@Embeddable
class TicketRelations {

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> followerIds;

    private UUID problemId;
    private UUID mergedInto;

    /** For the persistence provider. */
    protected TicketRelations() {}

    static TicketRelations none() {
        TicketRelations relations = new TicketRelations();
        relations.followerIds = new ArrayList<>();
        return relations;
    }

    void follow(Collection<UUID> followers) {
        followerIds = new ArrayList<>(followers);
    }

    void belongTo(UUID problem) {
        problemId = problem;
    }

    void mergeInto(UUID target) {
        mergedInto = target;
    }

    List<UUID> followerIds() {
        return List.copyOf(followerIds);
    }

    /** The problem that this is an incident of; null when there is none. */
    UUID problemId() {
        return problemId;
    }

    /** The ticket that this one was merged into; null when it stands for itself. */
    UUID mergedInto() {
        return mergedInto;
    }
}
