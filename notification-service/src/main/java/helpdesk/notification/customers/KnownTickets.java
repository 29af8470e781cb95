package helpdesk.notification.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Whose ticket it is. The event that opens a ticket and the one that tells its customer come by different topics, in any
 * order and at the same time. Who needs to know and who gets to know both lock the ticket's row here first: whichever is
 * second sees what the first did.
 */
@ApplicationScoped
public class KnownTickets {

    /** The update that changes nothing is what locks, and what returns, the row that is there. */
    private static final String LOCK = """
            insert into known_ticket as known (id, customer_id, customer_origin_id)
            select * from unnest(cast(:tickets as uuid[]), cast(:customers as uuid[]), cast(:origins as uuid[]))
            on conflict (id) do update set customer_id = coalesce(known.customer_id, excluded.customer_id),
                customer_origin_id =
                    case when known.customer_id is null then excluded.customer_origin_id else known.customer_origin_id end
            returning id, customer_id, customer_origin_id""";

    private final EntityManager entities;

    KnownTickets(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Locks the tickets until the transaction ends, and takes over their customers where they were not known before.
     *
     * @param owners of the tickets, as far as they are known. Sorted, so that two transactions never wait for each other
     * @return whose the tickets are, as far as it is known now
     */
    public Map<UUID, Owner> lock(SortedMap<UUID, Owner> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(LOCK)
                .setParameter(
                        "tickets", owners.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("customers", column(owners, Owner::id))
                .setParameter("origins", column(owners, Owner::origin))
                .getResultList();
        Map<UUID, Owner> known = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            known.put((UUID) columns[0], new Owner((UUID) columns[1], (UUID) columns[2]));
        }
        return known;
    }

    /** Forgets whose they were; tells of how many it was known. */
    public long forget(Collection<UUID> ids) {
        return entities.createNativeQuery("delete from known_ticket where id = any(cast(:ids as uuid[]))")
                .setParameter("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
    }

    private static String[] column(SortedMap<UUID, Owner> owners, Function<Owner, UUID> value) {
        return owners.values().stream()
                .map(value)
                .map(id -> id == null ? null : id.toString())
                .toArray(String[]::new);
    }
}
