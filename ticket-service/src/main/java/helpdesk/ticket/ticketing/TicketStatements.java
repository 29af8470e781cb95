package helpdesk.ticket.ticketing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is asked of the database to find tickets. How frequent a single word is, statistics tell, and the database chooses well
 * between walking along the list and asking the index of words. How often words stand together, and in which tickets, is in no
 * statistics: several are looked for among the first thousands of the list, where what is frequent is soon found; only when that
 * does not fill the page, by the index of words, whose hits are few then, or take a moment.
 */
final class TicketStatements {

    /** Tickets that are looked through in the order of the list, before the index of words is asked. */
    private static final int WINDOW = 2_000;

    /** The same for a phrase: each hit of the index must be read, to see whether its words stand together. */
    private static final int WINDOW_OF_PHRASE = 8_000;

    private static final String FITS =
            "t.id in (select s.ticket_id from ticket_search s where s.document @@ cast(? as tsquery))";

    private static final Pattern SINGLE = Pattern.compile("\\('[^' ]+'\\)");

    private TicketStatements() {}

    /** What is asked, with the values of its question marks. */
    record Statement(String text, Object... values) {}

    /** Whether the database knows how frequent it is what is searched for: a single word, numbers, or nothing. */
    static boolean isFrequencyKnown(TicketSelection selection) {
        String words = selection.words();
        return words == null
                || SINGLE.matcher(words).matches()
                || words.codePoints().anyMatch(Character::isDigit);
    }

    /** How many tickets {@link #amongFirst} looks through at most. */
    static int window(TicketSelection selection) {
        return selection.words().contains("<->") ? WINDOW_OF_PHRASE : WINDOW;
    }

    /** The places of tickets, as the database thinks best. */
    static Statement places(TicketSelection selection, TicketList list, int limit) {
        TicketSelection whole = whole(selection);
        return new Statement(
                "select t.id, " + list.order().column() + " from ticket t" + whole.where() + ordered(list) + " limit "
                        + limit,
                whole.values());
    }

    /** The places of those whose words fit among the first in the order of the list, and how many these first are. */
    static Statement amongFirst(TicketSelection selection, TicketList list, int limit) {
        String column = list.order().column();
        // The offset keeps the database from asking the index of words here.
        String text =
                "with first as materialized (select t.id, " + column + " as place from ticket t" + selection.where()
                        + ordered(list) + " limit " + window(selection)
                        + ") select f.id, f.place, (select count(*) from first) from first f"
                        + " join lateral (select from ticket_search s where s.ticket_id = f.id and s.document @@ cast(? as tsquery)"
                        + " offset 0) fits on true order by f.place" + direction(list) + ", f.id" + direction(list)
                        + " limit " + limit;
        return new Statement(text, and(selection.values(), selection.words()));
    }

    /** The places of those whose words fit, by the index of words. */
    static Statement byWords(TicketSelection selection, TicketList list, int limit) {
        String text =
                "with hits as materialized (select s.ticket_id from ticket_search s where s.document @@ cast(? as tsquery))"
                        + " select t.id, " + list.order().column() + " from hits join ticket t on t.id = hits.ticket_id"
                        + selection.where() + ordered(list) + " limit " + limit;
        List<Object> values = new ArrayList<>(List.of(selection.words()));
        values.addAll(Arrays.asList(selection.values()));
        return new Statement(text, values.toArray());
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

    private static String ordered(TicketList list) {
        return " order by " + list.order().column() + direction(list) + ", t.id" + direction(list);
    }

    private static String direction(TicketList list) {
        return list.isDescending() ? " desc" : " asc";
    }

    private static Object[] and(Object[] values, Object last) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }
}
