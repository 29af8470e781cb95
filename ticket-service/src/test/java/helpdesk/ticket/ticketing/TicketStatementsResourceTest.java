package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many statements a request takes, and whether indexes serve them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketStatementsResourceTest {

    @Test
    void a_ticket_is_opened_with_few_statements() {
        openedId();

        assertThat(Statements.during(() -> openedId())).hasSizeLessThanOrEqualTo(6);
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

        assertThat(statements).as("places, tickets, clocks").hasSize(3);
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
                .as("it is held, and then read: nothing that somebody else wrote meanwhile is missed")
                .hasSize(2)
                .first()
                .asString()
                .endsWith("for no key update");
        assertThat(statements)
                .filteredOn(sql -> sql.startsWith("update ticket "))
                .singleElement()
                .asString()
                .contains("priority=")
                .doesNotContain("description=");
        // The clocks are read, each runs otherwise from now on, and they are read again for the answer.
        assertThat(statements).hasSizeLessThanOrEqualTo(10);
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

        assertThat(comment(token, id))
                .as("one of them asks whether the customer reads it on a network")
                .hasSameSizeAs(second)
                .hasSizeLessThanOrEqualTo(10);
        assertThat(Statements.during(() -> agent().get("/api/v1/tickets/" + id + "/comments")))
                .as("the ticket, those merged into it, comments, files")
                .hasSize(4);
    }

    private static List<String> comment(String token, String id) {
        return Statements.during(
                () -> Api.comment(token, id, Map.of("body", "Again.")).then().statusCode(201));
    }
}
