package helpdesk.customer.reward;

import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The coupons. */
@ApplicationScoped
class Coupons implements PanacheRepositoryBase<Coupon, UUID> {

    private static final String BALANCE = """
            select case when state = 'ISSUED' and expires_at <= ? then 'EXPIRED' else state end as state,
                value -> 'amount' ->> 'currency' as currency, count(*), sum(cast(value -> 'amount' ->> 'amount' as numeric))
            from coupon where customer_id = ?
            group by 1, 2 order by 1, 2""";

    private static final String OVERDUE = """
            select id from coupon where state = 'ISSUED' and expires_at <= ?
            order by expires_at limit ? for update skip locked""";

    private final Sql sql;

    Coupons(Sql sql) {
        this.sql = sql;
    }

    /** The coupon with this code, held until the end of the transaction. */
    Optional<Coupon> hold(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    Optional<Coupon> ofCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** Those that fit, the newest first, older than the given one. */
    List<Coupon> list(CouponFilter filter, UUID olderThan, Instant now, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true = true"));
        Parameters values = new Parameters();
        filter.conditions(conditions, values, now);
        if (olderThan != null) {
            conditions.add("id < :olderThan");
            values.and("olderThan", olderThan);
        }
        return find(String.join(" and ", conditions), Sort.descending("id"), values)
                .page(0, limit)
                .list();
    }

    /** Whether the program has issued one for this. */
    boolean exists(UUID program, String cause) {
        return count("programId = ?1 and cause = ?2", program, cause) > 0;
    }

    /** How many of the program the customer got. Whoever asks has counted for the program, and so holds it. */
    long countOf(UUID program, UUID customer) {
        return count("programId = ?1 and customerId = ?2 and state <> ?3", program, customer, CouponState.REVOKED);
    }

    /** What a customer has, had, and lost. */
    List<BalanceLine> balance(UUID customer, Instant now) {
        return sql.list(
                BALANCE,
                row -> new BalanceLine(
                        CouponState.valueOf(row.getString(1)), row.getString(2), row.getInt(3), row.getBigDecimal(4)),
                now,
                customer);
    }

    /** Some whose time is over, held until the end of the transaction. */
    List<Coupon> holdOverdue(Instant now, int limit) {
        List<UUID> ids = sql.list(OVERDUE, row -> row.getObject(1, UUID.class), now, limit);
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }
}
