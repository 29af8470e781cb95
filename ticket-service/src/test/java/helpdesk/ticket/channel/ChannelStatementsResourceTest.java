package helpdesk.ticket.channel;

import static helpdesk.ticket.channel.Networks.answered;
import static helpdesk.ticket.channel.Networks.brought;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many statements messages and lists take, and whether indexes serve them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChannelStatementsResourceTest {

    private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

    private static final String FILL = """
            with t as (
                insert into ticket (id, version, writable_since, subject, description, type, channel, status, priority, origin,
                    requester_name, group_name, tier, tags, custom_fields, follower_ids, created_at, updated_at)
                select uuidv7(), 0, 0, 'Subject ' || i, 'Text ' || i, 'QUESTION', case when i % 3 = 0 then 'SOCIAL' else 'WEB' end,
                    case when i % 20 = 0 then 'OPEN' else 'CLOSED' end, 'NORMAL', 'INTEGRATION', 'Name ' || i, 'support', 1, '{}',
                    '{}', '{}', now(), now()
                from generate_series(1, 40000) i returning id, channel),
            c as (
                insert into channel_conversation (id, network, conversation_id, channel, handle, ticket_id, last_in_at, created_at)
                select uuidv7(), 'filled-' || row_number() over () % 5, id::text, 'SOCIAL', 'h', id, now(), now()
                from t where channel = 'SOCIAL' returning id, network, ticket_id),
            k as (
                insert into ticket_comment (id, ticket_id, body, kind, visibility, channel, author_kind, author_name, created_at)
                select uuidv7(), ticket_id, 'Hello', 'COMMENT', 'PUBLIC', 'SOCIAL', 'AGENT', 'Mei', now() from c
                returning id, ticket_id)
            insert into channel_delivery (comment_id, network, channel_conversation_id, state, asked_at, reported_at)
            select k.id, c.network, c.id, case when n % 50 = 0 then 'FAILED' when n % 50 = 1 then 'ASKED' else 'DELIVERED' end,
                now() - n * interval '1 minute', case when n % 50 = 1 then null else now() end
            from (select k.*, row_number() over () as n from k) k join c on c.ticket_id = k.ticket_id""";

    private final String network = Networks.network();

    @Test
    void a_message_takes_the_same_statements_however_long_the_conversation_is() {
        brought(network, "c1", "Hello");
        List<String> second = Statements.during(() -> brought(network, "c1", "Second"));
        for (int i = 0; i < 20; i++) {
            brought(network, "c1", "More");
        }

        assertThat(Statements.during(() -> brought(network, "c1", "Last")))
                .hasSameSizeAs(second)
                .hasSizeLessThanOrEqualTo(18);
    }

    @Test
    void lists_and_the_overview_take_one_statement_and_a_conversation_one_more_for_all_its_deliveries() {
        UUID agent = Given.agent();
        String ticket = brought(network, "c1", "Hello").getString("ticketId");
        for (int i = 0; i < 10; i++) {
            answered(ticket, agent, "Answer " + i);
        }

        assertThat(listing("asked")).hasSize(1);
        assertThat(listing("failed")).hasSize(1);
        assertThat(Statements.during(() -> Api.get("/channels"))).hasSize(1);
        assertThat(Statements.during(() -> Networks.comments(ticket)))
                .as("the ticket, those merged into it, comments, files, deliveries")
                .hasSize(5);
    }

    @Test
    void indexes_serve_lists_overview_and_what_is_looked_up() throws SQLException {
        List<String> statements = new ArrayList<>();
        String ticket = brought(network, "c1", "Hello").getString("ticketId");
        statements.addAll(Statements.during(() -> brought(network, "c1", "Hello?")));
        statements.addAll(Statements.during(() -> answered(ticket, Given.agent(), "Here I am.")));
        statements.addAll(listing("overdue"));
        statements.addAll(listing("failed"));
        statements.addAll(Statements.during(() -> Api.get("/channel-deliveries?state=asked")));
        statements.addAll(Statements.during(() -> Api.get("/channels")));
        List<String> looked = statements.stream()
                .map(String::strip)
                .filter(sql -> sql.startsWith("select") || sql.startsWith("with"))
                .filter(sql -> sql.contains("channel_"))
                .distinct()
                .toList();
        assertThat(looked).hasSizeGreaterThanOrEqualTo(7);

        try (Connection connection = Database.connect()) {
            connection.setAutoCommit(false);
            execute(connection, FILL);
            for (String table : List.of("ticket", "ticket_comment", "channel_conversation", "channel_delivery")) {
                execute(connection, "analyze " + table);
            }
            for (String sql : looked) {
                assertThat(plan(connection, sql)).as(sql).contains("Index").doesNotContain("Seq Scan on");
            }
            connection.rollback();
        }
    }

    private List<String> listing(String state) {
        return Statements.during(() -> Api.get("/channel-deliveries?state=" + state + "&network=" + network)
                .then()
                .statusCode(200));
    }

    /** With a value for each question mark that fits what stands before it. */
    private static String plan(Connection connection, String sql) throws SQLException {
        String[] parts = sql.split("\\?", -1);
        try (PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
            for (int i = 0; i < parts.length - 1; i++) {
                statement.setObject(i + 1, value(parts[i]));
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }

    private static Object value(String before) {
        if (before.endsWith("limit ")) {
            return 21;
        }
        if (before.endsWith("asked_at < ")) {
            return NOW.minusDays(20);
        }
        boolean ticket = before.endsWith("cast(");
        return ticket
                        || before.endsWith("id = ")
                                && !before.endsWith("conversation_id = ")
                                && !before.endsWith("message_id = ")
                ? UUID.randomUUID()
                : "filled-3";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
