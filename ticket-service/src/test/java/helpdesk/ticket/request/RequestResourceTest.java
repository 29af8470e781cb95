package helpdesk.ticket.request;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.ticket;
import static helpdesk.ticket.request.Requests.comments;
import static helpdesk.ticket.request.Requests.form;
import static helpdesk.ticket.request.Requests.read;
import static helpdesk.ticket.request.Requests.reply;
import static helpdesk.ticket.request.Requests.send;
import static helpdesk.ticket.request.Requests.sent;
import static helpdesk.ticket.request.Requests.ticket;
import static helpdesk.ticket.request.Requests.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.identity.CustomerLinks;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public form, and what its sender may see by the link. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RequestResourceTest {

    @Inject
    CustomerLinks links;

    @Inject
    MovableClock clock;

    @Test
    void the_form_opens_a_ticket_and_gives_a_link() {
        Response answer = send(form());

        answer.then().statusCode(201);
        JsonPath opened = answer.jsonPath();
        assertThat(opened.getMap("$")).containsOnlyKeys("number", "link");
        assertThat(opened.getString("link")).startsWith("http://localhost:8080/api/v1/requests/");
        assertThat(answer.header("Location")).isEqualTo(opened.getString("link"));
        JsonPath ticket = ticket(opened);
        assertThat(ticket.getString("channel")).isEqualTo("web");
        assertThat(ticket.getString("type")).isEqualTo("question");
        assertThat(ticket.getString("status")).isEqualTo("new");
        assertThat(ticket.getString("requester.name")).isEqualTo("Amara Okafor");
    }

    @Test
    void a_phone_number_is_enough_to_be_answered() {
        Map<String, Object> form = form("phone", "+44 7700 900142");
        form.remove("email");

        assertThat(ticket(send(form).jsonPath()).getMap("requester"))
                .isEqualTo(Map.of("name", "Amara Okafor", "phone", "+447700900142"));
    }

    @Test
    void somebody_who_cannot_be_answered_is_asked_for_a_way() {
        Map<String, Object> form = form();
        form.remove("email");

        assertProblem(send(form), 400, "invalid-request", "/email");
    }

    @ParameterizedTest
    @CsvSource({
        "'pt-BR,pt;q=0.9,en;q=0.8', pt-BR",
        "'en;q=0.5, bn;q=0.9', bn",
        "'*', ",
        "'*, kk;q=0.5', kk",
        "'', ",
        "'not a language!!', ",
        "';;;q=x', ",
        "'x-private', ",
        "'de;q=nonsense', "
    })
    void the_browser_tells_the_language_when_the_form_does_not(String accepted, String language) {
        Response answer = given().contentType("application/json")
                .header("Accept-Language", accepted)
                .body(form())
                .post("/api/v1/requests");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        if (language != null) {
            assertThat(ticket(answer.jsonPath()).getString("language")).isEqualTo(language);
        }
    }

    @Test
    void the_form_says_the_language_before_the_browser_does() {
        Response answer = given().contentType("application/json")
                .header("Accept-Language", "pt-BR")
                .body(form("language", "ta"))
                .post("/api/v1/requests");

        assertThat(ticket(answer.jsonPath()).getString("language")).isEqualTo("ta");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", null, "/name"),
                Arguments.of("name", " ", "/name"),
                Arguments.of("name", "A\r\nBcc: all@example.org", "/name"),
                Arguments.of("name", "x".repeat(201), "/name"),
                Arguments.of("email", "nobody", "/email"),
                Arguments.of("email", "a@example.org\r\nBcc: b@example.org", "/email"),
                Arguments.of("email", List.of("a@example.org"), "/email"),
                Arguments.of("phone", "12", "/phone"),
                Arguments.of("subject", null, "/subject"),
                Arguments.of("subject", "\u200b", "/subject"),
                Arguments.of("subject", "Hello\r\nBcc: all@example.org", "/subject"),
                Arguments.of("subject", "x".repeat(301), "/subject"),
                Arguments.of("description", "\n", "/description"),
                Arguments.of("description", "a\u0000b", "/description"),
                Arguments.of("description", "x".repeat(65_537), "/description"),
                Arguments.of("language", "Klingon, please", "/language"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void a_fault_is_named(String field, Object value, String pointer) {
        assertProblem(send(form(field, value)), 400, "invalid-request", pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority", "status", "customerId", "requester", "tags", "group"})
    void the_public_decides_nothing_else(String field) {
        assertProblem(send(form(field, "x")), 400, "unknown-field", "/" + field);
    }

    @Test
    void the_link_opens_the_request_as_its_sender_may_see_it() {
        JsonPath opened = sent();
        String id = ticket(opened).getString("id");
        UUID worker = Given.agent("Mei Tanaka");
        Api.changed(
                id, Map.of("assigneeId", worker, "tags", List.of("vip"), "cause", "carrier", "resolution", "draft"));
        Api.comment(Tokens.of(worker, "agent"), id, Map.of("body", "A secret", "visibility", "internal"));
        Api.comment(Tokens.of(worker, "agent"), id, Map.of("body", "On its way."));

        Response request = read(token(opened));
        request.then().statusCode(200);
        assertThat(request.jsonPath().getMap("$"))
                .containsOnlyKeys("number", "subject", "description", "status", "servedBy", "createdAt", "updatedAt")
                .containsEntry("status", "open")
                .containsEntry("servedBy", Map.of("name", "Mei Tanaka"));
        Response comments = comments(token(opened));
        comments.then().statusCode(200);
        assertThat(comments.jsonPath().getList("items.body")).isEqualTo(List.of("On its way."));
        assertThat(comments.jsonPath().getMap("items[0]")).containsOnlyKeys("id", "body", "author", "createdAt");
        assertThat(comments.jsonPath().getMap("items[0].author"))
                .isEqualTo(Map.of("kind", "agent", "name", "Mei Tanaka"));
        assertThat(request.asString() + comments.asString())
                .doesNotContain(id, worker.toString(), "secret", "vip", "carrier", "draft", "amara-");
    }

    @Test
    void a_resolution_is_told_once_it_stands() {
        JsonPath opened = sent();
        String id = ticket(opened).getString("id");
        Api.resolved(id, Given.agent());

        assertThat(read(token(opened)).jsonPath().getString("resolution")).isEqualTo("Extinguished.");
        Api.changed(id, Map.of("status", "open"));
        assertThat(read(token(opened)).jsonPath().getString("resolution")).isNull();
    }

    @Test
    void no_other_token_opens_anything() {
        UUID ticket = UUID.fromString(ticket(sent()).getString("id"));
        Instant later = clock.instant().plus(Duration.ofDays(1));
        String genuine = links.issue("request", ticket, later);
        read(genuine).then().statusCode(200);
        char last = genuine.charAt(20);
        String tampered = genuine.substring(0, 20) + (last == 'A' ? 'B' : 'A') + genuine.substring(21);

        for (String token : List.of(
                links.issue("survey", ticket, later),
                tampered,
                genuine.substring(1),
                genuine + "A",
                ticket.toString(),
                links.issue("request", UUID.randomUUID(), later),
                "x")) {
            for (Response answer : List.of(read(token), comments(token), reply(token, Map.of("body", "Hello")))) {
                assertThat(answer.statusCode()).as(token).isEqualTo(404);
                assertThat(answer.contentType()).startsWith("application/problem+json");
            }
        }
    }

    @Test
    void an_old_link_says_that_it_has_expired() {
        UUID ticket = UUID.fromString(ticket(sent()).getString("id"));
        String expired = links.issue("request", ticket, clock.instant().minusSeconds(1));

        assertProblem(read(expired), 410, "link-expired");
        assertProblem(comments(expired), 410, "link-expired");
        assertProblem(reply(expired, Map.of("body", "Hello")), 410, "link-expired");
    }

    @Test
    void the_same_key_opens_one_request() {
        Map<String, Object> form = form();
        String key = UUID.randomUUID().toString();

        Response first = sendOnce(form, key);
        Response second = sendOnce(form, key);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertProblem(sendOnce(form(), key), 422, "idempotency-key-reused");
    }

    @Test
    void a_customer_who_signed_in_may_use_the_form_too() {
        Response answer = given().auth()
                .oauth2(Tokens.of("customer"))
                .contentType("application/json")
                .body(form())
                .post("/api/v1/requests");

        answer.then().statusCode(201);
    }

    private static Response sendOnce(Map<String, Object> form, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(form)
                .post("/api/v1/requests");
    }
}
