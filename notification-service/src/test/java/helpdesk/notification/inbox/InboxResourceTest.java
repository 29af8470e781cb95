package helpdesk.notification.inbox;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import helpdesk.notification.message.MessagesOverHttp;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who works here finds in the product what they are told. */
@QuarkusTest
@WithTestResource(RealParts.class)
class InboxResourceTest {

    private static final String INBOX = "/api/v1/inbox";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID agent = UUID.randomUUID();
    private final String token = Tokens.of(agent, "agent");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_notice_is_in_the_inbox_of_whom_it_is_for_until_it_is_read() {
        String byMail = notice(Map.of("kind", "agent", "agentId", agent, "email", "daniel@example.com"));
        String inside = notice(Map.of("kind", "agent", "agentId", agent, "name", "Daniel"));

        with(token)
                .get(INBOX)
                .then()
                .statusCode(200)
                .body("items.id", contains(inside, byMail))
                .body(
                        "items.subject",
                        contains("HD-1042 is with a senior colleague", "HD-1042 is with a senior colleague"));
        String next = with(token)
                .queryParam("limit", 1)
                .get(INBOX)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        with(token).queryParam("after", next).get(INBOX).then().body("items.id", contains(byMail));

        String readAt = with(token)
                .post(INBOX + "/{id}/reads", inside)
                .then()
                .statusCode(201)
                .body("readAt", notNullValue())
                .extract()
                .path("readAt");
        with(token).post(INBOX + "/{id}/reads", inside).then().statusCode(201).body("readAt", equalTo(readAt));
        with(token).queryParam("unread", true).get(INBOX).then().body("items.id", contains(byMail));
    }

    @Test
    void nobody_sees_the_notices_of_others() {
        String id = notice(Map.of("kind", "agent", "agentId", agent, "name", "Daniel"));
        as("agent").get(INBOX).then().statusCode(200).body("items", empty());
        as("admin").post(INBOX + "/{id}/reads", id).then().statusCode(404).body("code", equalTo("notice-not-found"));
        as("customer").get(INBOX).then().statusCode(403);
        given().get(INBOX).then().statusCode(401);
        with(token).queryParam("unread", true).get(INBOX).then().body("items.id", contains(id));
    }

    private String notice(Map<String, Object> recipient) {
        UUID ticket = UUID.randomUUID();
        probe.publish(
                "helpdesk.ticket",
                Contracts.sample("org.helpdesk.ticket.notice-asked.v1")
                        .again()
                        .with("subject", ticket.toString())
                        .withData("ticketId", ticket)
                        .withData("recipients", List.of(recipient)));
        return MessagesOverHttp.awaitOneOfTicket(ticket).get("id").toString();
    }
}
