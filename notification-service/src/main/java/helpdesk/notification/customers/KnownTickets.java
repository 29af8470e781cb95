package helpdesk.notification.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Whose ticket it is. The event that opens a ticket and the one that tells its customer come by different topics, in any
 * order and at the same time. Who needs to know and who gets to know both lock the ticket's row here first: whichever is
 * second sees what the first did.
 */
@ApplicationScoped
public class KnownTickets {

    /** The update that changes nothing is what locks, and what returns, the row that is there. */
    private static final String LOCK = """
            insert into known_ticket as known (id, customer_id)
            select * from unnest(cast(:tickets as uuid[]), cast(:customers as uuid[]))
            on conflict (id) do update set customer_id = coalesce(known.customer_id, excluded.customer_id)
            returning id, customer_id""";

    private final EntityManager entities;

    KnownTickets(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Locks the tickets until the transaction ends, and takes over their customers where they were not known before.
     *
     * @param customers of the tickets; null where not known. Sorted, so that two transactions never wait for each other
     * @return whose the tickets are, as far as it is known now
     */
    public Map<UUID, UUID> lock(SortedMap<UUID, UUID> customers) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(LOCK)
                .setParameter(
                        "tickets",
                        customers.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .setParameter(
                        "customers",
                        customers.values().stream()
                                .map(id -> id == null ? null : id.toString())
                                .toArray(String[]::new))
                .getResultList();
        Map<UUID, UUID> known = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            known.put((UUID) columns[0], (UUID) columns[1]);
        }
        return known;
    }
}
