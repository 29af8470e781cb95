package helpdesk.ticket.ticketing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of the database to find tickets. Nobody knows beforehand how frequent words are, alone or together, nor how many
 * of their tickets pass the other conditions. So words are looked for where an answer is cheap, and then further:
 * {@link #amongFirst}, for words of many tickets, or a list that is short; {@link #amongHits}, among what is newest, in spans
 * that grow until they are the whole.
 */
final class TicketStatements {

    /** Tickets that are looked through in the order of the list. */
    static final int FIRST = 500;

    private static final String FITS =
            "t.id in (select s.ticket_id from ticket_search s where s.document @@ cast(? as tsquery))";

    private TicketStatements() {}

    /** What is asked, with the values of its question marks. */
    record Statement(String text, Object... values) {}

    /** The places of tickets whose words nobody asks for. */
    static Statement places(TicketSelection selection, TicketList list, int limit) {
        return new Statement(
                "select " + place(list) + " from ticket t" + end(selection, list, limit), selection.values());
    }

    /**
     * The places of those whose words fit among the first in the order of the list, and how many these first are: with not more
     * than {@link #FIRST}, all that there are. One row at least; without an id when nothing fits.
     */
    static Statement amongFirst(TicketSelection selection, TicketList list, int limit) {
        // The offset keeps the database from asking the index of words here.
        String text = "with first as materialized (select " + place(list) + " from ticket t"
                + end(selection, list, FIRST + 1) + "), fits as (select f.id, f.place from first f"
                + " join lateral (select from ticket_search s where s.ticket_id = f.id and s.document @@ cast(? as tsquery)"
                + " offset 0) words on true order by f.place" + direction(list) + ", f.id" + direction(list)
                + " limit " + limit + ")"
                + " select fits.id, fits.place, looked.total from (select count(*) as total from first) looked"
                + " left join fits on true order by fits.place" + direction(list) + ", fits.id" + direction(list);
        return new Statement(text, joined(selection.values(), selection.words()));
    }

    /**
     * The places of those whose words fit, by the index of words.
     *
     * @param periods numbers of spans of time, as an array of the database: only of tickets in one of these; null for all
     */
    static Statement amongHits(TicketSelection selection, TicketList list, int limit, String periods) {
        String text = "with hits as materialized (select id from ticket_hits(cast(? as tsquery), cast(? as int[])) id)"
                + " select " + place(list) + " from hits join ticket t using (id)" + end(selection, list, limit);
        return new Statement(text, joined(new Object[] {selection.words(), periods}, selection.values()));
    }

    /** How many there are. */
    static Statement total(TicketSelection selection) {
        TicketSelection whole = whole(selection);
        return new Statement("select count(*) from ticket t" + whole.where(), whole.values());
    }

    /** How many there are of each, counted to the limit; whoever changed last is counted first. */
    static Statement counts(List<TicketSelection> selections, int limit) {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (TicketSelection selection : selections) {
            TicketSelection whole = whole(selection);
            parts.add("select " + parts.size() + ", count(*) from (select 1 from ticket t" + whole.where()
                    + " order by t.updated_at desc, t.id desc limit " + limit + ") s");
            values.addAll(Arrays.asList(whole.values()));
        }
        return new Statement(String.join(" union all ", parts) + " order by 1", values.toArray());
    }

    private static TicketSelection whole(TicketSelection selection) {
        return selection.words() == null ? selection : selection.with(FITS, selection.words());
    }

    private static String place(TicketList list) {
        return "t.id, " + list.order().column() + " as place";
    }

    private static String end(TicketSelection selection, TicketList list, int limit) {
        return selection.where() + " order by " + list.order().column() + direction(list) + ", t.id" + direction(list)
                + " limit " + limit;
    }

    private static String direction(TicketList list) {
        return list.isDescending() ? " desc" : " asc";
    }

    private static Object[] joined(Object[] values, Object... more) {
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }
}
