package helpdesk.customer.draw;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who takes part in draws. */
@ApplicationScoped
class DrawEntries {

    /** Whoever draws holds the draw: nobody comes in while that is done, or afterwards. */
    private static final String ENTER = """
            with open as (select id from draw where id = ? and drawn_at is null for share)
            insert into draw_entry (id, draw_id, customer_id, entered_at)
            select entrant.id, open.id, entrant.customer_id, ?
            from open cross join unnest(?, ?) as entrant (id, customer_id)
            join customer on customer.id = entrant.customer_id
                and customer.merged_into_id is null and customer.erased_at is null and not customer.erasing
            where exists (
                select 1 from timeline_entry
                where customer_id = entrant.customer_id and kind = ? and at >= ? and at < ?)
            on conflict do nothing""";

    /** Two profiles of one person may have taken part before they were merged. */
    private static final String ONE_A_PERSON = """
            delete from draw_entry doubled using draw_entry first
            where doubled.draw_id = ? and first.draw_id = doubled.draw_id and first.customer_id = doubled.customer_id
                and first.id < doubled.id""";

    private static final String OF_CUSTOMER = """
            select d.id, d.name, e.id, e.entered_at, e.place from draw_entry e join draw d on d.id = e.draw_id
            where e.customer_id = ? and e.id < ? order by e.id desc limit ?""";

    private final Sql sql;

    DrawEntries(Sql sql) {
        this.sql = sql;
    }

    /** Those of the customers take part to whom it has happened in time. */
    void enter(Draw draw, Collection<UUID> customers, Instant now) {
        sql.execute(
                ENTER,
                draw.id(),
                now,
                Stream.generate(UUID::randomUUID).limit(customers.size()).toArray(UUID[]::new),
                customers.toArray(UUID[]::new),
                draw.happening(),
                draw.opensAt(),
                draw.closesAt());
    }

    /** All of a draw, in order, each person's one. */
    List<UUID> close(Draw draw) {
        sql.execute(ONE_A_PERSON, draw.id());
        return list(draw.id());
    }

    List<UUID> list(UUID draw) {
        return sql.list(
                "select id from draw_entry where draw_id = ? order by id", row -> row.getObject(1, UUID.class), draw);
    }

    void win(UUID draw, List<UUID> winners) {
        for (int i = 0; i < winners.size(); i++) {
            sql.execute("update draw_entry set place = ? where draw_id = ? and id = ?", i + 1, draw, winners.get(i));
        }
    }

    List<DrawWinner> winners(UUID draw) {
        return sql.list(
                "select place, id, customer_id, coupon_id from draw_entry where draw_id = ? and place is not null order by place",
                row -> new DrawWinner(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)),
                draw);
    }

    /** A winner who stands for themselves and has not got the prize yet, held until the end of the transaction. */
    Optional<Prize> holdPrize() {
        return sql.first(
                """
                select e.id, e.customer_id, d.id, d.program_id from draw_entry e
                join draw d on d.id = e.draw_id
                join customer c on c.id = e.customer_id
                    and c.merged_into_id is null and c.erased_at is null and not c.erasing
                where e.place is not null and e.coupon_id is null and e.customer_id is not null
                order by e.draw_id, e.place limit 1 for update of e skip locked""",
                row -> new Prize(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)));
    }

    void awarded(UUID entry, UUID coupon) {
        sql.execute("update draw_entry set coupon_id = ? where id = ?", coupon, entry);
    }

    List<CustomerDrawEntry> ofCustomer(UUID customer, UUID before, int limit) {
        return sql.list(
                OF_CUSTOMER,
                row -> new CustomerDrawEntry(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, Integer.class)),
                customer,
                before,
                limit);
    }

    /** What somebody won. */
    record Prize(UUID entry, UUID customerId, UUID drawId, UUID programId) {}
}
