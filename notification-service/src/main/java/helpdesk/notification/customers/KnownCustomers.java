package helpdesk.notification.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The local replica of customers. Many are read or written by one statement, because events come in polls of hundreds. */
@ApplicationScoped
public class KnownCustomers {

    private static final String FOLLOW = """
            insert into known_customer (id, name, preferred_name, email, phone, language, time_zone, preferred_channel, do_not_contact, refused,
                sequence)
            select id, name, preferred_name, email, phone, language, time_zone, preferred_channel, do_not_contact,
                string_to_array(refused, ','), sequence
            from unnest(
                cast(:ids as uuid[]), cast(:names as text[]), cast(:preferredNames as text[]), cast(:emails as text[]),
                cast(:phones as text[]), cast(:languages as text[]), cast(:timeZones as text[]),
                cast(:preferredChannels as text[]),
                cast(:doNotContact as boolean[]), cast(:refused as text[]), cast(:sequences as bigint[]))
                as fresh (id, name, preferred_name, email, phone, language, time_zone, preferred_channel, do_not_contact, refused,
                sequence)
            on conflict (id) do update
            set name = excluded.name, preferred_name = excluded.preferred_name, email = excluded.email,
                phone = excluded.phone, language = excluded.language, time_zone = excluded.time_zone, preferred_channel = excluded.preferred_channel,
                do_not_contact = coalesce(excluded.do_not_contact, known_customer.do_not_contact),
                refused = coalesce(excluded.refused, known_customer.refused), sequence = excluded.sequence
            where known_customer.sequence < excluded.sequence""";

    private static final String FIND = """
            select id, name, preferred_name, email, phone, language, time_zone, preferred_channel,
                coalesce(do_not_contact, false),
                coalesce(array_to_string(refused, ','), ''), sequence
            from known_customer
            where id = any(cast(:ids as uuid[]))""";

    private final EntityManager entities;

    KnownCustomers(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes over the profiles, each unless something newer was taken over before. */
    public void follow(List<KnownCustomer> profiles) {
        // In the order of their ids, so that two transactions never wait for each other.
        Map<UUID, KnownCustomer> newest = new TreeMap<>();
        profiles.forEach(profile ->
                newest.merge(profile.id(), profile, (one, other) -> other.sequence() > one.sequence() ? other : one));
        Collection<KnownCustomer> rows = newest.values();
        entities.createNativeQuery(FOLLOW)
                .setParameter("ids", column(rows, customer -> customer.id().toString()))
                .setParameter(
                        "names", column(rows, customer -> customer.contact().name()))
                .setParameter("preferredNames", column(rows, customer -> customer.contact()
                        .preferredName()))
                .setParameter(
                        "emails", column(rows, customer -> customer.contact().email()))
                .setParameter(
                        "phones", column(rows, customer -> customer.contact().phone()))
                .setParameter("languages", column(rows, KnownCustomer::language))
                .setParameter("timeZones", column(rows, KnownCustomer::timeZone))
                .setParameter("preferredChannels", column(rows, KnownCustomer::preferredChannel))
                .setParameter(
                        "doNotContact",
                        column(rows, customer -> said(customer, refusals -> Boolean.toString(refusals.all()))))
                .setParameter(
                        "refused",
                        column(rows, customer -> said(customer, refusals -> String.join(",", refusals.some()))))
                .setParameter("sequences", column(rows, customer -> Long.toString(customer.sequence())))
                .executeUpdate();
    }

    /** The customer, when known; nobody has the id null. */
    public Optional<KnownCustomer> find(UUID id) {
        return id == null
                ? Optional.empty()
                : find(List.of(id)).values().stream().findFirst();
    }

    /** Those of the customers that are known, by their ids. */
    public Map<UUID, KnownCustomer> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList();
        Map<UUID, KnownCustomer> found = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            UUID id = (UUID) columns[0];
            Contact contact =
                    new Contact((String) columns[1], (String) columns[2], (String) columns[3], (String) columns[4]);
            String refused = (String) columns[9];
            Refusals refusals =
                    new Refusals((boolean) columns[8], refused.isEmpty() ? List.of() : List.of(refused.split(",")));
            found.put(
                    id,
                    new KnownCustomer(
                            id, contact, (String) columns[5], (String) columns[6], (String) columns[7], refusals, (long)
                                    columns[10]));
        }
        return found;
    }

    /** Forgets them; tells how many were known. */
    public long forget(Collection<UUID> ids) {
        return entities.createNativeQuery("delete from known_customer where id = any(cast(:ids as uuid[]))")
                .setParameter("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
    }

    private static String said(KnownCustomer customer, Function<Refusals, String> value) {
        return customer.refusals() == null ? null : value.apply(customer.refusals());
    }

    private static String[] column(Collection<KnownCustomer> rows, Function<KnownCustomer, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
