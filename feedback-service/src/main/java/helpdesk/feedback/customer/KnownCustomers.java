package helpdesk.feedback.customer;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The local replica of customers, and when they were in touch last. */
@ApplicationScoped
public class KnownCustomers {

    private static final String COLUMNS =
            "k.id, k.name, k.preferred_name, k.email, k.phone, k.language, k.refuses, k.sequence";

    private static final String FOLLOW = """
            insert into known_customer (id, name, preferred_name, email, phone, language, refuses, sequence)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set name = excluded.name, preferred_name = excluded.preferred_name, email = excluded.email, phone = excluded.phone,
                language = excluded.language, refuses = excluded.refuses, sequence = excluded.sequence
            where known_customer.sequence < excluded.sequence""";

    private static final String FIND = "select " + COLUMNS + " from known_customer k where k.id = any(?)";

    private static final String TOUCH = """
            insert into customer_contact (customer_id, last_at) values (?, ?)
            on conflict (customer_id) do update set last_at = greatest(customer_contact.last_at, excluded.last_at)""";

    private static final String NEXT = "select " + COLUMNS + """
             from known_customer k
            where k.id > ? and not k.refuses and (k.email is not null or k.phone is not null)
            order by k.id limit ?""";

    private static final String NEXT_IN_TOUCH = "select " + COLUMNS + """
             from known_customer k join customer_contact c on c.customer_id = k.id
            where k.id > ? and c.last_at >= ? and not k.refuses and (k.email is not null or k.phone is not null)
            order by k.id limit ?""";

    private static final UUID FIRST = new UUID(0, 0);

    private final Sql sql;

    KnownCustomers(Sql sql) {
        this.sql = sql;
    }

    /** Takes over profiles, each unless something newer was taken over before. */
    void follow(Collection<KnownCustomer> profiles) {
        // In the order of their ids, so that two transactions never wait for each other.
        Map<UUID, KnownCustomer> newest = new TreeMap<>();
        profiles.forEach(profile ->
                newest.merge(profile.id(), profile, (one, other) -> other.sequence() > one.sequence() ? other : one));
        newest.values()
                .forEach(one -> sql.execute(
                        FOLLOW,
                        one.id(),
                        one.name(),
                        one.preferredName(),
                        one.email(),
                        one.phone(),
                        one.language(),
                        one.refuses(),
                        one.sequence()));
    }

    /** Notes that a customer was in touch. */
    public void touch(UUID customer, Instant at) {
        sql.execute(TOUCH, customer, at);
    }

    public Optional<KnownCustomer> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Those of the customers that are known, by their ids. */
    public Map<UUID, KnownCustomer> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.list(FIND, KnownCustomers::read, (Object) ids.toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(KnownCustomer::id, Function.identity()));
    }

    /**
     * Customers who can be asked, in the order of their ids.
     *
     * @param after only those behind this one; null for the beginning
     * @param inTouchSince only those; null for everybody
     */
    public List<KnownCustomer> next(UUID after, Instant inTouchSince, int limit) {
        UUID from = after == null ? FIRST : after;
        return inTouchSince == null
                ? sql.list(NEXT, KnownCustomers::read, from, limit)
                : sql.list(NEXT_IN_TOUCH, KnownCustomers::read, from, inTouchSince, limit);
    }

    private static KnownCustomer read(ResultSet row) throws SQLException {
        return new KnownCustomer(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getLong(8));
    }
}
