package helpdesk.notification.message;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The messages. */
@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

    private static final String CAUSES = """
            select cause_id, kind from message where cause_id = any(cast(:causes as text[]))""";

    private static final String GIVE_OWNERS = """
            update message
            set customer_id = known_ticket.customer_id, customer_origin_id = known_ticket.customer_origin_id,
                version = version + 1
            from known_ticket
            where message.ticket_id = known_ticket.id
                and known_ticket.id = any(cast(:tickets as uuid[]))
                and known_ticket.customer_id is not null
                and message.customer_id is null
                and message.kind not in ('SIDE_CONVERSATION', 'STAFF_NOTICE')""";

    /** Messages that fit the filter and are older than one of them, the newest first. Ids sort by time. */
    List<Message> list(MessageFilter filter, UUID olderThan, int limit) {
        List<String> conditions = new ArrayList<>();
        Parameters values = new Parameters();
        if (filter.customerId() != null) {
            conditions.add("customerId = :customerId");
            values.and("customerId", filter.customerId());
        }
        if (filter.ticketId() != null) {
            conditions.add("ticketId = :ticketId");
            values.and("ticketId", filter.ticketId());
        }
        if (filter.recipient() != null) {
            conditions.add("recipient = :recipient");
            values.and("recipient", filter.recipient());
        }
        if (!filter.kinds().isEmpty()) {
            conditions.add("kind in :kinds");
            values.and("kinds", filter.kinds());
        }
        if (olderThan != null) {
            conditions.add("id < :olderThan");
            values.and("olderThan", olderThan);
        }
        return find(String.join(" and ", conditions), Sort.descending("id"), values)
                .page(0, limit)
                .list();
    }

    /** Those of the causes that have their message. */
    Set<Cause> told(Collection<Cause> causes) {
        List<?> rows = getEntityManager()
                .createNativeQuery(CAUSES)
                .setParameter("causes", causes.stream().map(Cause::id).toArray(String[]::new))
                .getResultList();
        Set<Cause> told = new HashSet<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            told.add(new Cause((String) columns[0], MessageKind.valueOf((String) columns[1])));
        }
        return told;
    }

    /** Gives the messages of these tickets that are nobody's to the customers whose tickets they are. */
    void giveToOwners(Collection<UUID> tickets) {
        getEntityManager()
                .createNativeQuery(GIVE_OWNERS)
                .setParameter("tickets", tickets.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
    }

    /** Stores new messages, many by one statement, and lets go of them. */
    void store(List<Message> messages) {
        persist(messages);
        flush();
        // Each event that follows flushes: it should not look through hundreds of messages again for changes.
        messages.forEach(getEntityManager()::detach);
    }

    /** What a message is told for. */
    record Cause(String id, MessageKind kind) {}
}
