package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whichever way a search takes, it finds the same: what reading all tickets finds, in the same order, page by page. The words
 * are as frequent as each way needs: all in a few hits, on the first pages, in the last weeks, and only in the whole.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketSearchPlacesResourceTest {

    private static final int TICKETS = 9_000;
    private static final String OURS = "starts_with(subject, 'Zq') and requester_name = 'Zq'";

    @Inject
    TicketSearch search;

    @BeforeAll
    static void fill() {
        // At once, so that the job that looks for missing documents finds none.
        Database.execute("""
                do $$ begin
                insert into ticket (id, version, writable_since, subject, description, type, channel, status, priority, origin,
                    requester_name, tier, group_name, resolution, created_at, updated_at)
                select gen_random_uuid(), 0, 0,
                    concat_ws(' ', 'Zq', case when mod(i, 2) = 0 then 'zqoften' end, case when mod(i, 7) = 0 then 'zqweekly' end,
                        case when mod(i, 20) = 3 then 'zqseldom' end, case when mod(i, 100) = 4 then 'zqrare' end,
                        case when i < 800 then 'zqold' end, case when i > 8600 then 'zqnew' end),
                    'Made up', 'QUESTION', 'EMAIL', 'CLOSED', 'NORMAL', 'AGENT', 'Zq', 1, 'zq group ' || mod(i, 30), 'Done',
                    '2022-01-03T00:00:00Z'::timestamptz + i * interval '3 hours',
                    '2022-01-03T00:00:00Z'::timestamptz + i * interval '3 hours' + random() * interval '20 days'
                from generate_series(1, %d) i;
                insert into ticket_search (ticket_id, document)
                select id, to_tsvector('simple', subject) from ticket where %s;
                end $$""".formatted(TICKETS, OURS));
        // Some change long afterwards, as tickets do, and nobody thinks of their documents.
        Database.execute("update ticket set updated_at = updated_at + random() * interval '300 days' where " + OURS
                + " and number % 3 = 0");
    }

    @AfterAll
    static void forget() {
        Database.execute("""
                do $$ begin
                delete from ticket_search where ticket_id in (select id from ticket where %s);
                delete from ticket where %s;
                end $$""".formatted(OURS, OURS));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "zqoften,, -updatedAt",
        "zqoften,, updatedAt",
        "zqoften,, -createdAt",
        "zqoften,, -number",
        "zqoften, zq group 4, -updatedAt",
        "zqweekly,, -updatedAt",
        "zqweekly,, createdAt",
        "zqweekly, zq group 4, -updatedAt",
        "zqweekly zqoften,, -updatedAt",
        "zqseldom,, -updatedAt",
        "zqseldom,, updatedAt",
        "zqseldom,, priority",
        "zqseldom zqweekly,, -createdAt",
        "zqrare,, -updatedAt",
        "zqold,, -updatedAt",
        "zqold,, updatedAt",
        "zqold,, -createdAt",
        "zqold, zq group 7, -createdAt",
        "zqold zqseldom,, -updatedAt",
        "zqnew,, -updatedAt",
        "zqnew,, createdAt",
        "zqnew zqold,, createdAt"
    })
    void a_search_finds_what_reading_everything_finds(String words, String group, String sort) {
        Map<String, String> filter = new HashMap<>(Map.of("q", words));
        if (group != null) {
            filter.put("group", group);
        }
        TicketList list = new TicketList(filter, sort, "?");
        List<UUID> expected = expected(words, group, list);
        List<UUID> found = new ArrayList<>();
        List<String> after = List.of();

        for (int page = 0; page < 3; page++) {
            List<String> from = after;
            List<TicketSearch.Place> places = QuarkusTransaction.requiringNew().call(() -> search.find(list, from, 40));
            places.forEach(place -> found.add(place.id()));
            after = places.isEmpty() ? after : places.getLast().cursor();
        }

        assertThat(found).isEqualTo(expected.subList(0, Math.min(120, expected.size())));
    }

    private static List<UUID> expected(String words, String group, TicketList list) {
        StringBuilder where = new StringBuilder(OURS);
        for (String word : words.split(" ")) {
            where.append(" and position('").append(word).append("' in subject) > 0");
        }
        if (group != null) {
            where.append(" and group_name = '").append(group).append('\'');
        }
        String direction = list.isDescending() ? " desc" : " asc";
        String ids = Database.value(
                String.class,
                "select coalesce(string_agg(t.id::text, ' ' order by "
                        + list.order().column() + direction + ", t.id" + direction + "), '') from ticket t where "
                        + where);
        return Pattern.compile("\\S+")
                .matcher(ids)
                .results()
                .map(id -> UUID.fromString(id.group()))
                .toList();
    }
}
