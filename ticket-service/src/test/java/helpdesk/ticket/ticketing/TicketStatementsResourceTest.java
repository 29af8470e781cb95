package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many statements a request takes, and whether indexes serve them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketStatementsResourceTest {

    private static final String ID = "01a20042-57db-7617-85d2-fa1b6527fbc7";

    @Test
    void a_ticket_is_opened_with_few_statements() {
        openedId();

        assertThat(Statements.during(() -> openedId())).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_list_takes_the_same_few_statements_however_much_is_on_it() {
        String tag = "t" + UUID.randomUUID();
        List<UUID> agents = Stream.generate(Given::agent).limit(3).toList();
        for (int i = 0; i < 20; i++) {
            String id = opened(ticket("tags", List.of(tag))).getString("id");
            Api.changed(id, Map.of("assigneeId", agents.get(i % 3)));
        }

        List<String> statements = Statements.during(() -> assertThat(
                        agent().get("/api/v1/tickets?tag=" + tag).jsonPath().getList("items"))
                .hasSize(20));

        assertThat(statements).hasSize(2);
    }

    @Test
    void a_ticket_is_read_with_two_statements() {
        String id = openedId();
        Api.changed(id, Map.of("assigneeId", Given.agent()));

        assertThat(Statements.during(() -> agent().get("/api/v1/tickets/" + id)))
                .hasSize(2);
    }

    @Test
    void a_change_holds_the_ticket_with_one_statement() {
        String id = openedId();
        String token = Tokens.of("agent");

        List<String> statements = Statements.during(() ->
                Api.patch(token, id, "\"0\"", Map.of("priority", "high")).then().statusCode(200));

        assertThat(statements)
                .filteredOn(sql -> sql.startsWith("select") && sql.contains("from ticket "))
                .singleElement()
                .asString()
                .contains("for no key update of");
        assertThat(statements)
                .filteredOn(sql -> sql.startsWith("update ticket "))
                .singleElement()
                .asString()
                .contains("priority=")
                .doesNotContain("description=");
        assertThat(statements).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_comment_takes_the_same_few_statements_however_long_the_conversation_is() {
        String id = openedId();
        UUID worker = Given.agent();
        String token = Tokens.of(worker, "agent");
        Api.comment(token, id, Map.of("body", "The first acknowledges."));
        List<String> second = comment(token, id);
        for (int i = 0; i < 20; i++) {
            Api.comment(token, id, Map.of("body", "More."));
        }

        assertThat(comment(token, id)).hasSameSizeAs(second).hasSizeLessThanOrEqualTo(7);
        assertThat(Statements.during(() -> agent().get("/api/v1/tickets/" + id + "/comments")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=-updatedAt, ticket_by_update",
        "sort=updatedAt, ticket_by_update",
        "sort=-createdAt, ticket_by_creation",
        "sort=number, ticket_number_key",
        "status=pending, ticket_by_status",
        "assignee=" + ID + ", ticket_by_assignee",
        "assignee=none, ticket_unassigned",
        "customerId=" + ID + ", ticket_by_customer",
        "group=support, ticket_by_group"
    })
    void an_index_serves_each_list_in_its_order(String query, String index) throws SQLException {
        assertThat(plan(listSql(query), index, "enable_sort"))
                .contains(index)
                .doesNotContain("Seq Scan on ticket ", "->  Sort");
    }

    @ParameterizedTest
    @CsvSource({"tag=fire, ticket_by_tag", "q=fire, ticket_by_text", "followUpOf=" + ID + ", ticket_by_follow_up"})
    void an_index_finds_tags_words_and_follow_ups(String query, String index) throws SQLException {
        assertThat(plan(listSql(query), index, "enable_indexscan")).contains(index);
    }

    @Test
    void the_next_page_begins_where_the_index_leads() throws SQLException {
        openedId();
        openedId();
        String next = agent().get("/api/v1/tickets?limit=1").jsonPath().getString("next");

        assertThat(plan(listSql("limit=1&after=" + next), "ticket_by_update", "enable_sort"))
                .contains("Index Cond: (ROW(updated_at, id) < ROW(");
    }

    private static List<String> comment(String token, String id) {
        return Statements.during(
                () -> Api.comment(token, id, Map.of("body", "Again.")).then().statusCode(201));
    }

    private static String listSql(String query) {
        return Statements.during(
                        () -> agent().get("/api/v1/tickets?" + query).then().statusCode(200))
                .getFirst();
    }

    /**
     * The plan for any values when this index is the only one beside those of unique columns. Tables of tests are so small
     * that it would be chance which of several were chosen; what matters is that each can do its work.
     */
    private static String plan(String sql, String index, String disabled) throws SQLException {
        try (Connection connection = Database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String other : otherIndexes(statement, index)) {
                    statement.execute("drop index " + other);
                }
                statement.execute("set local enable_seqscan = off");
                statement.execute("set local " + disabled + " = off");
                statement.execute("set local plan_cache_mode = force_generic_plan");
                int parameters = prepare(statement, sql);
                String nulls = String.join(", ", Collections.nCopies(parameters, "null"));
                return String.join("\n", column(statement, "explain execute looked_at(" + nulls + ")"));
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> otherIndexes(Statement statement, String index) throws SQLException {
        return column(statement, """
                select indexname from pg_indexes
                where tablename = 'ticket' and indexname not in ('ticket_pkey', 'ticket_number_key', '%s')""".formatted(index));
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static int prepare(Statement statement, String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char character : sql.toCharArray()) {
            numbered.append(character == '?' ? "$" + ++parameters : String.valueOf(character));
        }
        statement.execute("prepare looked_at as " + numbered);
        return parameters;
    }
}
