package helpdesk.ticket.request;

import static helpdesk.ticket.Api.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the requester can do by the link besides writing. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RequestWishesResourceTest {

    private String token;
    private String id;

    @BeforeEach
    void send() {
        JsonPath opened = Requests.sent();
        token = Requests.token(opened);
        id = Requests.ticket(opened).getString("id");
    }

    @Test
    void the_requester_solves_it_also_when_nobody_had_it() {
        Response solved = post("solution", Map.of("comment", "Found it."));

        solved.then().statusCode(201);
        assertThat(solved.jsonPath().getString("status")).isEqualTo("resolved");
        assertThat(solved.jsonPath().getString("resolution")).contains("Found it.");
        JsonPath ticket = Api.read(id);
        assertThat(ticket.getString("status")).isEqualTo("resolved");
        assertThat(ticket.<Object>get("assignee")).isNull();
        assertThat(Api.clocks(ticket)).contains("resolution met");
        assertThat(Api.get("/tickets/" + id + "/history")
                        .jsonPath()
                        .getList("items.actor", String.class)
                        .getLast())
                .startsWith("customer:");

        Requests.reply(token, Map.of("body", "Not quite")).then().statusCode(201);
        assertThat(Api.read(id).getString("status")).isEqualTo("open");
        assertProblem(Api.patch(id, Map.of("status", "resolved")), 409, "assignee-required", "/assigneeId");
    }

    @Test
    void what_we_resolved_is_closed_and_what_is_closed_stays() {
        Api.resolved(id, Given.agent());

        assertThat(post("solution", Map.of()).jsonPath().getString("status")).isEqualTo("closed");
        assertProblem(post("solution", Map.of()), 409, "ticket-closed");
    }

    @Test
    void a_wish_to_be_called_back_is_told_and_heard_by_whom_it_concerns() {
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            Response asked = post(
                    "callbacks",
                    Map.of(
                            "phone", "+44 7700 900123",
                            "timeZone", "Europe/London",
                            "slotStart", "2030-01-07T09:00:00Z",
                            "reason", "I'd rather explain."));

            asked.then().statusCode(202);
            assertThat(asked.jsonPath().getString("phone")).isEqualTo("+447700900123");
            Event told = probe.await("org.helpdesk.ticket.callback-asked.v1", id);
            Contracts.assertFits(told);
            assertThat(told.data().path("requestId").asText())
                    .isEqualTo(asked.jsonPath().getString("id"));
            assertThat(told.data().path("slotStart").asText()).isEqualTo("2030-01-07T09:00:00Z");
        }
        assertProblem(post("callbacks", Map.of()), 400, "invalid-request", "/phone");
        assertProblem(post("callbacks", Map.of("phone", "12")), 400, "invalid-request", "/phone");
        assertProblem(
                post("callbacks", Map.of("phone", "+447700900123", "timeZone", "Moon/Base")),
                400,
                "invalid-request",
                "/timeZone");
    }

    @Test
    void files_go_with_the_words_and_staff_see_them() {
        String file = upload("picture of it.txt").jsonPath().getString("id");

        Response reply = Requests.reply(token, Map.of("body", "See here", "attachmentIds", List.of(file)));

        reply.then().statusCode(201);
        assertThat(reply.jsonPath().getList("attachments.name")).containsExactly("picture of it.txt");
        assertThat(Api.get("/tickets/" + id + "/comments").jsonPath().getList("items[0].attachments.id"))
                .containsExactly(file);
        assertThat(given().get("/api/v1/requests/" + token + "/attachments/" + file)
                        .asString())
                .isEqualTo("text of it");
        assertThat(given().get("/api/v1/requests/" + token + "/attachments")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(file);
    }

    @Test
    void what_staff_keep_to_themselves_is_not_there() {
        String secret = Api.upload(Tokens.of("agent"), id, "secret.txt", "s".getBytes(StandardCharsets.UTF_8))
                .jsonPath()
                .getString("id");

        assertThat(given().get("/api/v1/requests/" + token + "/attachments")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertProblem(given().get("/api/v1/requests/" + token + "/attachments/" + secret), 404, "attachment-not-found");
        assertProblem(
                Requests.reply(token, Map.of("body", "Mine?", "attachmentIds", List.of(secret))),
                422,
                "attachment-unknown",
                "/attachmentIds");
        Api.comment(Tokens.of("agent"), id, Map.of("body", "Now", "attachmentIds", List.of(secret)))
                .then()
                .statusCode(201);
        assertThat(given().get("/api/v1/requests/" + token + "/attachments/" + secret)
                        .asString())
                .isEqualTo("s");
    }

    @Test
    void a_merged_request_goes_on_in_the_other_without_showing_another_persons_words() {
        JsonPath others = Requests.sent();
        String other = Requests.ticket(others).getString("id");
        Requests.reply(Requests.token(others), Map.of("body", "The other person's words"));
        Requests.reply(token, Map.of("body", "My words"));
        Api.made("/tickets/" + other + "/merges", Map.of("sources", List.of(id)));
        Api.comment(Tokens.of("agent"), other, Map.of("body", "To both"));

        Requests.reply(token, Map.of("body", "Thanks")).then().statusCode(201);

        assertThat(Requests.comments(token).jsonPath().getList("items.body"))
                .containsExactly("My words", "To both", "Thanks");
        assertThat(Requests.comments(Requests.token(others)).jsonPath().getList("items.body"))
                .containsExactly("The other person's words", "To both");
        assertThat(Api.get("/tickets/" + other + "/comments").jsonPath().getList("items.body"))
                .containsExactly("The other person's words", "My words", "To both", "Thanks");
        assertProblem(post("solution", Map.of()), 409, "ticket-merged");
    }

    @Test
    void a_late_word_on_a_merged_request_never_opens_another_persons() {
        JsonPath others = Requests.sent();
        String other = Requests.ticket(others).getString("id");
        Api.made("/tickets/" + other + "/merges", Map.of("sources", List.of(id)));
        Api.resolved(other, Given.agent());
        Given.close(other);

        JsonPath reply = Requests.reply(token, Map.of("body", "Are you there?")).jsonPath();

        String followUp = reply.getString("followUp.link");
        assertThat(followUp).isNotNull();
        JsonPath opened = Api.read(reply.getString("followUp.number"));
        assertThat(opened.getString("requester.email")).isEqualTo(Api.read(id).getString("requester.email"));
        assertThat(opened.getString("followUpOf")).isEqualTo(id);
    }

    @Test
    void said_twice_it_is_resolved_and_not_closed() {
        post("solution", Map.of()).then().statusCode(201);

        assertThat(post("solution", Map.of()).jsonPath().getString("status")).isEqualTo("resolved");
    }

    @Test
    void what_the_world_is_told_of_a_request_that_nobody_had_fits_its_schema() {
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            post("solution", Map.of("comment", "Found it."));

            Contracts.assertFits(probe.await("org.helpdesk.ticket.resolved.v1", id));
        }
    }

    @Test
    void the_requester_of_a_problem_solves_no_incidents_of_others() {
        String incident = Api.openedId();
        Api.changed(incident, Map.of("problemId", id));

        post("solution", Map.of("comment", "Private words")).then().statusCode(201);

        assertThat(Api.read(incident).getString("status")).isEqualTo("new");
    }

    @Test
    void a_file_of_the_requester_stays_theirs_when_a_note_names_it() {
        String file = upload("mine.txt").jsonPath().getString("id");
        Api.comment(
                        Tokens.of("agent"),
                        id,
                        Map.of("body", "Look", "visibility", "internal", "attachmentIds", List.of(file)))
                .then()
                .statusCode(201);

        assertThat(given().get("/api/v1/requests/" + token + "/attachments/" + file)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_tampered_link_opens_nothing() {
        for (String path : List.of("solution", "callbacks")) {
            assertThat(given().contentType(ContentType.JSON)
                            .body(Map.of())
                            .post("/api/v1/requests/" + token + "x/" + path)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(given().get("/api/v1/requests/" + token + "x/attachments").statusCode())
                .isEqualTo(404);
    }

    private Response post(String path, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/requests/" + token + "/" + path);
    }

    private Response upload(String name) {
        Response sent = given().contentType("text/plain")
                .queryParam("name", name)
                .body("text of it")
                .post("/api/v1/requests/" + token + "/attachments");
        sent.then().statusCode(201);
        return sent;
    }
}
