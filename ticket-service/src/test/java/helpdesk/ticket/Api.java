package helpdesk.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service's HTTP API as tests call it. */
public final class Api {

    public static final String MERGE_PATCH = "application/merge-patch+json";

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static RequestSpecification agent() {
        return as(Tokens.of("agent"));
    }

    /** A ticket that can be opened as it is. */
    public static Map<String, Object> ticket() {
        Map<String, Object> ticket = new HashMap<>();
        ticket.put("subject", "The printer is on fire");
        ticket.put("description", "It burns since this morning.");
        ticket.put("requester", Map.of("email", "amara-" + UUID.randomUUID() + "@example.org"));
        return ticket;
    }

    /** The same with another value in one field. */
    public static Map<String, Object> ticket(String field, Object value) {
        Map<String, Object> ticket = ticket();
        ticket.put(field, value);
        return ticket;
    }

    public static Response open(Object ticket) {
        return agent().contentType(ContentType.JSON).body(ticket).post("/api/v1/tickets");
    }

    /** Opens a ticket and gives what the service answers. */
    public static JsonPath opened(Map<String, Object> ticket) {
        return open(ticket).then().statusCode(201).extract().jsonPath();
    }

    public static JsonPath opened() {
        return opened(ticket());
    }

    /** Opens a ticket and gives its id. */
    public static String openedId() {
        return opened().getString("id");
    }

    public static JsonPath read(Object id) {
        return agent().get("/api/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static String tag(Object id) {
        return agent().get("/api/v1/tickets/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public static Response patch(String token, Object id, String tag, Object changes) {
        return as(token)
                .contentType(MERGE_PATCH)
                .header("If-Match", tag)
                .body(changes)
                .patch("/api/v1/tickets/" + id);
    }

    public static Response patch(Object id, Object changes) {
        return patch(Tokens.of("agent"), id, tag(id), changes);
    }

    /** Changes a ticket and gives how it became. */
    public static JsonPath changed(Object id, Object changes) {
        return patch(id, changes).then().statusCode(200).extract().jsonPath();
    }

    public static Response comment(String token, Object id, Object comment) {
        return as(token).contentType(ContentType.JSON).body(comment).post("/api/v1/tickets/" + id + "/comments");
    }

    /** Posts JSON. */
    public static Response post(String token, String address, Object body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1" + address);
    }

    /** Posts JSON as an agent, and gives what was made. */
    public static JsonPath made(String address, Object body) {
        return made(Tokens.of("agent"), address, body);
    }

    /** The same as somebody else. */
    public static JsonPath made(String token, String address, Object body) {
        return post(token, address, body).then().statusCode(201).extract().jsonPath();
    }

    public static Response get(String address) {
        return agent().get("/api/v1" + address);
    }

    /** Changes something that has an address of its own, whatever version it has. */
    public static Response change(String token, String address, Object changes) {
        return as(token)
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body(changes)
                .patch("/api/v1" + address);
    }

    /** Sends a file to a ticket. */
    public static Response upload(String token, Object ticket, String name, byte[] content) {
        return as(token)
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post("/api/v1/tickets/" + ticket + "/attachments");
    }

    /** Resolves a ticket as this agent. */
    public static JsonPath resolved(Object id, UUID agent) {
        return changed(id, Map.of("assigneeId", agent, "status", "resolved", "resolution", "Extinguished."));
    }

    /** Hands a ticket to the next tier. */
    public static JsonPath escalated(Object id) {
        return agent().contentType(ContentType.JSON)
                .body(Map.of("reason", "Too hot."))
                .post("/api/v1/tickets/" + id + "/escalations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /**
     * How the clocks of a ticket stand, in their order. An acknowledgement is due in 40 seconds, which a slow machine may
     * need for a test: whether it was breached is left out.
     */
    public static List<String> clocks(JsonPath ticket) {
        List<Map<String, Object>> clocks = ticket.getList("serviceLevel.clocks");
        return clocks.stream()
                .map(clock -> clock.get("metric") + " "
                        + (clock.get("metric").equals("acknowledgement")
                                ? clock.containsKey("metAt") ? "met" : "running"
                                : clock.get("state")))
                .toList();
    }

    /** Fails unless the answer is a problem of this kind that names these fields, and tells nothing about our inside. */
    public static void assertProblem(Response answer, int status, String code, String... pointers) {
        String body = answer.asString();
        assertThat(answer.statusCode()).as("status of %s", body).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).as(body).isEqualTo(code);
        assertThat(answer.jsonPath().getString("detail")).as(body).isNotBlank();
        if (pointers.length > 0) {
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .as(body)
                    .contains(pointers);
        }
        assertThat(body)
                .doesNotContain("helpdesk.ticket.", "helpdesk.platform.", "java.", "jakarta", "hibernate", "select ");
    }
}
