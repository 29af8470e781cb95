package helpdesk.customer.card;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What cards tell beside profiles, for some customers at once. */
@ApplicationScoped
class CardFacts {

    private static final int MOST_TICKETS = 10;
    private static final int MOST_COUNTED = 100;
    private static final int MOST_NOTES = 10;
    private static final int MOST_HAPPENINGS = 5;

    private static final String OPEN = "('new', 'open', 'pending', 'on_hold')";

    private static final String TICKETS = """
            select who.id, t.ticket_id, t.number, t.subject, t.status, t.changed_at, counted.tickets
            from unnest(?) as who (id)
            cross join lateral (
                select ticket_id, number, subject, status, changed_at from ticket_customer
                where customer_id = who.id and status in %1$s
                order by changed_at desc, ticket_id limit %2$d) as t
            cross join lateral (
                select count(*) as tickets from (
                    select 1 from ticket_customer where customer_id = who.id and status in %1$s limit %3$d) as one)
                as counted
            order by t.changed_at desc, t.ticket_id""".formatted(OPEN, MOST_TICKETS, MOST_COUNTED);

    private static final String NOTES = """
            select who.id, n.id, n.body, n.author_name, n.updated_at
            from unnest(?) as who (id)
            cross join lateral (
                select id, body, author_name, updated_at from customer_note
                where customer_id = who.id and pinned order by id desc limit %d) as n""".formatted(MOST_NOTES);

    private static final String SEGMENTS = """
            select m.customer_id, s.name from segment_member m join segment s on s.id = m.segment_id
            where m.customer_id = any(?) order by lower(s.name)""";

    private static final String LATEST = """
            select who.id, e.at, e.kind, e.summary, e.ref_id
            from unnest(?) as who (id)
            cross join lateral (
                select at, kind, summary, ref_id from timeline_entry
                where customer_id = who.id order by at desc, id desc limit %d) as e""".formatted(MOST_HAPPENINGS);

    /** What counts is that the customer was in touch, not that we wrote. */
    private static final String LAST_CONTACT = """
            select who.id, e.at, e.kind, e.summary, e.ref_id
            from unnest(?) as who (id)
            cross join lateral (
                select at, kind, summary, ref_id from timeline_entry
                where customer_id = who.id and by_customer order by at desc, id desc limit 1) as e""";

    private final Sql sql;

    CardFacts(Sql sql) {
        this.sql = sql;
    }

    Map<UUID, CardTickets> openTickets(UUID[] customers) {
        Map<UUID, CardTickets> tickets = new HashMap<>();
        sql.list(
                TICKETS,
                row -> tickets.merge(
                        row.getObject(1, UUID.class),
                        new CardTickets(
                                row.getInt(7),
                                List.of(new CardTicket(
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        time(row, 6)))),
                        CardTickets::and),
                (Object) customers);
        return tickets;
    }

    Map<UUID, List<CardNote>> pinnedNotes(UUID[] customers) {
        Map<UUID, List<CardNote>> notes = new HashMap<>();
        sql.list(
                NOTES,
                row -> notes.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new CardNote(
                                row.getObject(2, UUID.class), row.getString(3), row.getString(4), time(row, 5))),
                (Object) customers);
        return notes;
    }

    /** The names of the segments to which they belong. */
    Map<UUID, List<String>> segments(UUID[] customers) {
        Map<UUID, List<String>> segments = new HashMap<>();
        sql.list(
                SEGMENTS,
                row -> segments.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getString(2)),
                (Object) customers);
        return segments;
    }

    Map<UUID, List<CardHappening>> latest(UUID[] customers) {
        Map<UUID, List<CardHappening>> latest = new HashMap<>();
        sql.list(
                LATEST,
                row -> latest.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(happening(row)),
                (Object) customers);
        return latest;
    }

    Map<UUID, CardHappening> lastContact(UUID[] customers) {
        Map<UUID, CardHappening> contacts = new HashMap<>();
        sql.list(LAST_CONTACT, row -> contacts.put(row.getObject(1, UUID.class), happening(row)), (Object) customers);
        return contacts;
    }

    private static CardHappening happening(ResultSet row) throws SQLException {
        return new CardHappening(time(row, 2), row.getString(3), row.getString(4), row.getString(5));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
