package helpdesk.ticket.sideconversation;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.openedId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is discussed with third parties. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SideConversationResourceTest {

    private static final Map<String, Object> QUESTION = Map.of(
            "subject", "Where is parcel 77120?",
            "party", Map.of("name", "Parcel service", "email", "Desk@Parcel.example.com"),
            "body", "Please look.");

    private String ticket;

    @BeforeEach
    void open() {
        ticket = openedId();
    }

    @Test
    void the_third_party_reads_and_answers_by_the_link_and_the_customer_sees_nothing() {
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            JsonPath side = Api.made("/tickets/" + ticket + "/side-conversations", QUESTION);
            Event told = probe.await(event -> event.type().equals("org.helpdesk.side-conversation.written.v1")
                    && event.data().path("ticketId").asText().equals(ticket));
            Contracts.assertFits(told);
            assertThat(told.data().path("party").path("email").asText()).isEqualTo("desk@parcel.example.com");
            assertThat(told.data().toString()).doesNotContain("Please look.");

            String link = "/api/v1" + side.getString("link").split("/api/v1")[1];
            given().get(link).then().statusCode(200);
            assertThat(given().get(link).jsonPath().getMap("$")).containsOnlyKeys("subject", "state", "createdAt");
            given().contentType(ContentType.JSON)
                    .body(Map.of("body", "It is at zzyzx."))
                    .post(link + "/messages")
                    .then()
                    .statusCode(201);
            assertThat(given().get(link + "/messages").jsonPath().getList("items.body"))
                    .containsExactly("Please look.", "It is at zzyzx.");

            String messages = "/tickets/" + ticket + "/side-conversations/" + side.getString("id") + "/messages";
            assertThat(Api.get(messages).jsonPath().getList("items.byParty")).containsExactly(false, true);
            assertThat(Api.get("/tickets?q=zzyzx").jsonPath().getList("items.id"))
                    .contains(ticket);
            assertThat(Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items"))
                    .isEmpty();
        }
    }

    @Test
    void what_is_done_is_opened_before_anybody_writes() {
        JsonPath side = Api.made("/tickets/" + ticket + "/side-conversations", QUESTION);
        String address = "/tickets/" + ticket + "/side-conversations/" + side.getString("id");

        Api.change(Tokens.of("agent"), address, Map.of("state", "done")).then().statusCode(200);

        assertProblem(
                Api.post(Tokens.of("agent"), address + "/messages", Map.of("body", "More")),
                409,
                "side-conversation-done");
        Api.change(Tokens.of("agent"), address, Map.of("state", "open")).then().statusCode(200);
        Api.made(address + "/messages", Map.of("body", "More"));
    }

    @Test
    void a_link_opens_what_it_was_made_for_and_nothing_else() {
        String other = openedId();
        JsonPath side = Api.made("/tickets/" + ticket + "/side-conversations", QUESTION);
        String token = side.getString("link").substring(side.getString("link").lastIndexOf('/') + 1);

        assertProblem(given().get("/api/v1/requests/" + token), 404, "not-found");
        assertProblem(given().get("/api/v1/side-conversations/" + token + "x"), 404, "not-found");
        assertProblem(
                Api.get("/tickets/" + other + "/side-conversations/" + side.getString("id")),
                404,
                "side-conversation-not-found");
        assertProblem(
                Api.post(Tokens.of("integration"), "/tickets/" + ticket + "/side-conversations", QUESTION),
                403,
                "forbidden");
    }
}
