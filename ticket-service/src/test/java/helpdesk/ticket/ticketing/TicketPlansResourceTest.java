package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans of what lists ask of the database, with tickets enough to make it choose: each is served by an index. The tickets
 * exist in a transaction that is taken back.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketPlansResourceTest {

    private static final int TICKETS = 40_000;
    private static final String ID = "01a20042-57db-7617-85d2-fa1b6527fbc7";

    private static Connection connection;

    @Inject
    TicketSearch search;

    @BeforeAll
    static void fill() throws SQLException {
        connection = Database.connect();
        connection.setAutoCommit(false);
        execute("""
                insert into ticket (id, version, writable_since, subject, description, type, channel, status, priority, origin,
                    requester_name, email, customer_id, group_name, tier, tags, language, category, cause, custom_fields,
                    follower_ids, satisfaction_score, satisfaction_response_id, resolved_at, created_at, updated_at)
                select gen_random_uuid(), 0, 0, 'Subject ' || i, 'Text ' || i,
                    (array['QUESTION', 'REQUEST', 'COMPLAINT', 'INCIDENT'])[1 + i % 4],
                    (array['EMAIL', 'PHONE', 'WEB', 'CHAT', 'SOCIAL', 'API'])[1 + i % 6],
                    case when i % 12 = 0 then 'OPEN' when i % 50 = 1 then 'PENDING' else 'CLOSED' end,
                    (array['LOW', 'NORMAL', 'HIGH', 'URGENT'])[1 + i % 4], 'AGENT',
                    'Name ' || i, 'p' || (i % 5000) || '@example.org', gen_random_uuid(), 'group ' || i % 7, 1 + i % 3,
                    array['tag' || i % 400], (array['en', 'de', 'hi'])[1 + i % 3], 'c' || i % 5 || '/d' || i % 90,
                    'cause ' || i % 60, jsonb_build_object('plan', 'p' || i % 300), array[gen_random_uuid()],
                    1 + i % 10, gen_random_uuid(), now() - i * interval '1 hour', now() - i * interval '1 hour',
                    now() - i * interval '1 hour'
                from generate_series(1,\s""" + TICKETS + ") i");
        execute("""
                insert into ticket_search (ticket_id, document)
                select id, to_tsvector('simple', subject || ' ' || description || ' word' || right(subject, 3))
                from ticket where subject like 'Subject %' and requester_name like 'Name %'""");
        execute("select gin_clean_pending_list('ticket_search_words')");
        execute("analyze ticket");
        execute("analyze ticket_search");
    }

    @AfterAll
    static void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(Map.of(), "-updatedAt"),
                Arguments.of(Map.of(), "createdAt"),
                Arguments.of(Map.of(), "-number"),
                Arguments.of(Map.of(), "-priority"),
                Arguments.of(Map.of("status", "open"), "-updatedAt"),
                Arguments.of(Map.of("status", "new,open,pending,on_hold"), "-updatedAt"),
                Arguments.of(Map.of("status", "closed"), "updatedAt"),
                Arguments.of(Map.of("status", "new,open"), "-priority"),
                Arguments.of(Map.of("assignee", "none"), "-updatedAt"),
                Arguments.of(Map.of("assignee", ID), "-updatedAt"),
                Arguments.of(Map.of("priority", "urgent"), "-updatedAt"),
                Arguments.of(Map.of("type", "complaint"), "-updatedAt"),
                Arguments.of(Map.of("channel", "chat"), "-updatedAt"),
                Arguments.of(Map.of("group", "group 3"), "-updatedAt"),
                Arguments.of(Map.of("tag", "tag7"), "-updatedAt"),
                Arguments.of(Map.of("tier", "3"), "-updatedAt"),
                Arguments.of(Map.of("language", "hi"), "-updatedAt"),
                Arguments.of(Map.of("category", "c3"), "-updatedAt"),
                Arguments.of(Map.of("category", "c3/d3"), "-updatedAt"),
                Arguments.of(Map.of("cause", "cause 7"), "-updatedAt"),
                Arguments.of(Map.of("customerId", ID), "-updatedAt"),
                Arguments.of(Map.of("email", "p77@example.org"), "-updatedAt"),
                Arguments.of(Map.of("externalId", "7"), "-updatedAt"),
                Arguments.of(Map.of("follower", ID), "-updatedAt"),
                Arguments.of(Map.of("followUpOf", ID), "-updatedAt"),
                Arguments.of(Map.of("problemId", ID), "-updatedAt"),
                Arguments.of(Map.of("mergedInto", ID), "-updatedAt"),
                Arguments.of(Map.of("probe", "true"), "-updatedAt"),
                Arguments.of(Map.of("probe", "false"), "-updatedAt"),
                Arguments.of(Map.of("scoreFrom", "9"), "-updatedAt"),
                Arguments.of(Map.of("scoreTo", "1"), "-updatedAt"),
                Arguments.of(Map.of("createdFrom", "2026-01-01T00:00:00Z"), "-createdAt"),
                Arguments.of(Map.of("createdTo", "2024-01-01T00:00:00Z"), "-updatedAt"),
                Arguments.of(Map.of("updatedFrom", "2026-01-01T00:00:00Z"), "updatedAt"),
                Arguments.of(Map.of("updatedTo", "2024-01-01T00:00:00Z"), "updatedAt"),
                Arguments.of(Map.of("resolvedFrom", "2026-11-01T00:00:00Z"), "-updatedAt"),
                Arguments.of(Map.of("resolvedTo", "2023-01-01T00:00:00Z"), "-updatedAt"),
                Arguments.of(Map.of("customFields.plan", "p17"), "-updatedAt"),
                Arguments.of(Map.of("q", "word123"), "-updatedAt"),
                Arguments.of(Map.of("q", "subject"), "-updatedAt"),
                Arguments.of(Map.of("q", "\"text 123\""), "createdAt"),
                Arguments.of(Map.of("q", "nowhere text"), "-updatedAt"),
                Arguments.of(Map.of("q", "\"nowhere text\""), "-updatedAt"),
                Arguments.of(Map.of("q", "nowhere"), "-updatedAt"),
                Arguments.of(
                        Map.of("status", "open", "priority", "urgent", "type", "complaint", "language", "hi"),
                        "-updatedAt"),
                Arguments.of(Map.of("status", "open", "q", "word123", "assignee", "none"), "-createdAt"));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("lists")
    void an_index_leads_to_a_list_and_to_its_count(Map<String, String> filter, String sort) throws SQLException {
        TicketList list = new TicketList(filter, sort, "?");

        String value = sort.endsWith("At") ? "2025-06-01T00:00:00Z" : "2";
        for (List<String> after : List.of(List.<String>of(), List.of(value, ID))) {
            TicketSelection selection = search.selection(list, after);
            if (selection.words() == null) {
                assertServed(TicketStatements.places(selection, list, 21));
            } else {
                assertServed(TicketStatements.amongFirst(selection, list, 21));
                assertServed(TicketStatements.amongHits(selection, list, 21, "{20240,20239}"));
                assertServed(TicketStatements.amongHits(selection, list, 21, null));
            }
        }
        assertServed(TicketStatements.counts(List.of(search.selection(list, List.of())), 1_001));
    }

    /** Each criterion is looked at above. */
    @Test
    void no_criterion_is_forgotten() {
        Set<String> looked = lists().map(list -> (Map<?, ?>) list.get()[0])
                .flatMap(filter -> filter.keySet().stream())
                .map(Object::toString)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(TicketCriterion.values()).map(TicketCriterion::parameter))
                .isSubsetOf(looked);
    }

    @Test
    void the_changes_of_all_tickets_are_read_in_order() throws SQLException {
        assertThat(plan("""
                        select id from ticket_change where (written_in, id) > ('5'::xid8, '%s') and written_in < '9'::xid8
                        order by written_in, id limit 101""".formatted(ID))).contains("ticket_change_in_order").doesNotContain("Seq Scan");
    }

    private static void assertServed(TicketStatements.Statement statement) throws SQLException {
        String plan = plan(statement.text(), statement.values());
        assertThat(plan).as(statement.text()).contains("Index").doesNotContain("Seq Scan");
        long before = tablesRead();
        first("select count(*) from (" + statement.text() + ") s", statement.values());
        // What functions of the database do is in no plan.
        assertThat(tablesRead()).as(statement.text()).isEqualTo(before);
    }

    /** How often this transaction has read a table from its beginning to its end. */
    private static long tablesRead() throws SQLException {
        return Long.parseLong(first("select sum(seq_scan) from pg_stat_xact_user_tables"
                + " where relname in ('ticket', 'ticket_search')"));
    }

    private static String plan(String sql, Object... values) throws SQLException {
        return String.join("\n", rows("explain " + sql, values));
    }

    private static String first(String sql, Object... values) throws SQLException {
        return rows(sql, values).getFirst();
    }

    private static List<String> rows(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1,
                        switch (values[i]) {
                            case String[] texts -> connection.createArrayOf("text", texts);
                            case Instant time -> time.atOffset(ZoneOffset.UTC);
                            case null, default -> values[i];
                        });
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return lines;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
