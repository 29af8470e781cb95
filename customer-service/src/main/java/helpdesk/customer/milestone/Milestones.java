package helpdesk.customer.milestone;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The milestones of all customers. */
@ApplicationScoped
class Milestones implements PanacheRepositoryBase<Milestone, UUID> {

    private static final String TOLD_TO_KIN = """
            with recursive kin as (
                select one as root, one as id from unnest(?) as asked (one)
                union
                select kin.root, s.id from succession s join kin on s.into_id = kin.id)
            select kin.root, m.rule_id, max(m.told_on)
            from kin join milestone m on m.customer_id = kin.id
            where m.rule_id is not null and m.told_on is not null and kin.id <> kin.root
            group by kin.root, m.rule_id""";

    private static final String HAPPENED = """
            select who.id, latest.at from unnest(?) as who (id)
            cross join lateral (
                select at from timeline_entry where customer_id = who.id and kind = ? and at >= ?
                order by at desc, id desc limit 1) as latest""";

    private final Sql sql;

    Milestones(Sql sql) {
        this.sql = sql;
    }

    List<Milestone> of(Collection<UUID> customers) {
        return list("customerId in ?1", customers);
    }

    /** A customer's, after one of them, the oldest first. */
    List<Milestone> of(UUID customer, UUID after, int limit) {
        Sort oldest = Sort.ascending("id");
        return (after == null
                        ? find("customerId = ?1", oldest, customer)
                        : find("customerId = ?1 and id > ?2", oldest, customer, after))
                .page(0, limit)
                .list();
    }

    /** Those that are told next, behind a place. */
    List<Milestone> coming(Instant behind, UUID behindId, int limit) {
        return find("dueAt is not null and (dueAt, id) > (?1, ?2) order by dueAt, id", behind, behindId)
                .page(0, limit)
                .list();
    }

    /** The one that has been due for longest. */
    Optional<Due> firstDue(Instant now) {
        return sql.first(
                "select id, customer_id from milestone where due_at <= ? order by due_at, id limit 1",
                row -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                now);
    }

    /** It is looked at again then. */
    void putOff(UUID id, Instant until) {
        sql.execute("update milestone set due_at = ? where id = ? and due_at is not null", until, id);
    }

    Milestone hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Which day was told last, by rule, to those who go on as these customers. */
    Map<Of, LocalDate> toldToKin(Collection<UUID> customers) {
        Map<Of, LocalDate> told = new HashMap<>();
        sql.list(
                TOLD_TO_KIN,
                row -> told.put(
                        new Of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class)),
                (Object) customers.toArray(UUID[]::new));
        return told;
    }

    /** When something of the kind happened last to those customers to whom it has happened since. */
    Map<UUID, Instant> happened(Collection<UUID> customers, String kind, Instant since) {
        Map<UUID, Instant> happened = new HashMap<>();
        sql.list(
                HAPPENED,
                row -> happened.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()),
                customers.toArray(UUID[]::new),
                kind,
                since);
        return happened;
    }

    /** One that is due. */
    record Due(UUID id, UUID customerId) {}

    /** What a rule means for a customer. */
    record Of(UUID customerId, UUID ruleId) {}
}
