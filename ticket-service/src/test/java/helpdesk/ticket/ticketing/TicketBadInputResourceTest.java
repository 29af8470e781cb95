package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a body is a problem that names the field: never a 500, and nothing stored. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketBadInputResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Faults of fields that a ticket is opened with and that can be changed later. */
    private static Stream<Arguments> common() {
        return Stream.of(
                fault("subject", "null", "/subject"),
                fault("subject", "''", "/subject"),
                fault("subject", "' \\t '", "/subject"),
                fault("subject", "'\\u2003\\u200b'", "/subject"),
                fault("subject", "'Fire\\r\\nBcc: all@example.org'", "/subject"),
                fault("subject", "'a\\u0000b'", "/subject"),
                fault("subject", "'\\ud800'", "/subject"),
                fault("subject", "5", "/subject"),
                fault("subject", "{'a':1}", "/subject"),
                fault("subject", text(301), "/subject"),
                fault("priority", "'asap'", "/priority"),
                fault("priority", "'HIGH'", "/priority"),
                fault("priority", "2", "/priority"),
                fault("tags", "'fire'", "/tags"),
                fault("tags", "['a b']", "/tags/0"),
                fault("tags", "['ok', null]", "/tags/1"),
                fault("tags", "['']", "/tags/0"),
                fault("tags", "[[]]", "/tags/0"),
                fault("tags", "[" + text(51) + "]", "/tags/0"),
                fault("tags", "[" + many("'t%d'", 201) + "]", "/tags"),
                fault("category", "''", "/category"),
                fault("category", "'a\\nb'", "/category"),
                fault("category", text(101), "/category"),
                fault("customFields", "'x'", "/customFields"),
                fault("customFields", "{'a':{'b':{}}}", "/customFields/a"),
                fault("customFields", "{'a':" + text(1001) + "}", "/customFields/a"),
                fault("customFields", "{'a':[1]}", "/customFields/a"),
                fault("customFields", "{'a':[" + text(51) + "]}", "/customFields/a"),
                fault("customFields", "{'a':[" + many("'t%d'", 21) + "]}", "/customFields/a"),
                fault("customFields", "{'a':1e999}", "/customFields/a"),
                fault("customFields", "{'a':1e50}", "/customFields/a"),
                fault("customFields", "{'a':" + "1".repeat(500) + "}", "/customFields/a"),
                fault("customFields", "{'a b':1}", "/customFields/a b"),
                fault("customFields", "{'a/b':1}", "/customFields/a~1b"),
                fault("customFields", "{'':1}", "/customFields/"),
                fault("customFields", "{" + many("'f%d':1", 51) + "}", "/customFields"));
    }

    static Stream<Arguments> ofOpening() {
        return Stream.concat(
                common(),
                Stream.of(
                        fault("description", "null", "/description"),
                        fault("description", "' \\n '", "/description"),
                        fault("description", "'a\\u0000b'", "/description"),
                        fault("description", text(65_537), "/description"),
                        fault("type", "'bug'", "/type"),
                        fault("type", "''", "/type"),
                        fault("type", "true", "/type"),
                        fault("channel", "'fax'", "/channel"),
                        fault("channel", "'IN_PERSON'", "/channel"),
                        fault("customFields", "{'a':null}", "/customFields/a"),
                        fault("requester", "null", "/requester"),
                        fault("requester", "{}", "/requester"),
                        fault("requester", "'amara'", "/requester"),
                        fault("requester", "[]", "/requester"),
                        fault("requester", "{'name':' '}", "/requester/name"),
                        fault("requester", "{'name':" + text(201) + "}", "/requester/name"),
                        fault("requester", "{'name':'A\\nB'}", "/requester/name"),
                        fault("requester", "{'email':'nobody'}", "/requester/email"),
                        fault("requester", "{'email':'a@b@example.org'}", "/requester/email"),
                        fault("requester", "{'email':'a\\r\\nb@example.org'}", "/requester/email"),
                        fault("requester", "{'phone':'12'}", "/requester/phone"),
                        fault("requester", "{'phone':'+49301234567890123'}", "/requester/phone"),
                        fault("requester", "{'handle':{'network':'x','handle':'@@'}}", "/requester/handle/handle"),
                        fault(
                                "requester",
                                "{'handle':{'network':'x','handle':'@\\u2003'}}",
                                "/requester/handle/handle"),
                        fault("requester", "{'phone':'030 901820'}", "/requester/phone"),
                        fault("requester", "{'handle':{'network':'x'}}", "/requester/handle/handle"),
                        fault("requester", "{'handle':{'network':'','handle':'a'}}", "/requester/handle/network"),
                        fault("requester", "{'handle':'amara'}", "/requester/handle"),
                        fault("requester", "{'customerId':'1'}", "/requester/customerId"),
                        fault(
                                "requester",
                                "{'customerId':'01a10b55-a427-7647-92cc-2f64ff3fa312','email':'a@example.org'}",
                                "/requester"),
                        fault("language", "'Klingon, please'", "/language"),
                        fault("language", "''", "/language"),
                        fault("language", "'und'", "/language"),
                        fault("externalId", "' '", "/externalId"),
                        fault("externalId", text(201), "/externalId")));
    }

    static Stream<Arguments> ofChanging() {
        return Stream.concat(
                common(),
                Stream.of(
                        fault("priority", "null", "/priority"),
                        fault("status", "null", "/status"),
                        fault("status", "'done'", "/status"),
                        fault("status", "'OPEN'", "/status"),
                        fault("group", "null", "/group"),
                        fault("group", "' '", "/group"),
                        fault("group", text(101), "/group"),
                        fault("assigneeId", "'me'", "/assigneeId"),
                        fault("assigneeId", "7", "/assigneeId"),
                        fault("assigneeId", "''", "/assigneeId"),
                        fault("cause", "' '", "/cause"),
                        fault("cause", text(101), "/cause"),
                        fault("resolution", "' \\n'", "/resolution"),
                        fault("resolution", text(10_001), "/resolution")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ofOpening")
    void a_fault_of_a_new_ticket_is_named(String field, String value, String pointer) throws JsonProcessingException {
        Map<String, Object> ticket = Api.ticket();
        ticket.remove(field);
        String rest = JSON.writeValueAsString(ticket);
        String body = "{\"" + field + "\":" + value + "," + rest.substring(1);

        assertProblem(open(body), 400, "invalid-request", pointer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ofChanging")
    void a_fault_of_a_change_is_named(String field, String value, String pointer) {
        assertProblem(Api.patch(aTicket(), "{\"" + field + "\":" + value + "}"), 400, "invalid-request", pointer);
        assertThat(Api.read(aTicket()).getInt("version")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "id", "number", "status", "assigneeId", "createdAt", "version", "group", "cause"})
    void a_field_that_a_new_ticket_cannot_be_given_is_refused(String field) {
        assertProblem(Api.open(Api.ticket(field, "x")), 400, "unknown-field", "/" + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour",
                "id",
                "number",
                "description",
                "type",
                "channel",
                "requester",
                "assignee",
                "tier",
                "language",
                "createdAt",
                "updatedAt",
                "version",
                "satisfaction",
                "followUpOf",
                "serviceLevel",
                "externalId"
            })
    void a_field_that_cannot_be_changed_is_refused(String field) {
        assertProblem(Api.patch(aTicket(), Map.of(field, "x")), 400, "unknown-field", "/" + field);
        assertProblem(Api.patch(aTicket(), "{\"" + field + "\":null}"), 400, "unknown-field", "/" + field);
        assertThat(Api.read(aTicket()).getInt("version")).isZero();
    }

    @Test
    void a_field_of_the_requester_that_nobody_knows_is_refused() {
        assertProblem(
                Api.open(Api.ticket("requester", Map.of("email", "a@example.org", "nick", "A"))),
                400,
                "unknown-field",
                "/requester/nick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'subject':'a','subject':'b'}", "{} {}", "<ticket/>", "{'subject':NaN}"})
    void what_is_no_json_is_refused(String body) {
        assertProblem(open(quoted(body)), 400, "malformed-json");
        assertProblem(Api.patch(aTicket(), quoted(body)), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "'ticket'", "5"})
    void what_is_no_object_is_refused(String body) {
        assertProblem(open(quoted(body)), 400, "invalid-request");
        assertProblem(Api.patch(aTicket(), quoted(body)), 400, "invalid-request");
    }

    @Test
    void a_missing_body_is_refused() {
        assertThat(open("").statusCode()).isEqualTo(400);
        assertThat(Api.patch(aTicket(), "").statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_nested_without_end_is_refused() throws IOException, InterruptedException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        // Not by the client of the other tests, which would try to print it nicely.
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/tickets"))
                .header("Authorization", "Bearer " + Tokens.of("agent"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"customFields\":{\"a\":" + deep + "}}"))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"malformed-json\"", "nested too deep");
        }
    }

    @Test
    void another_media_type_is_refused() {
        assertProblem(
                agent().contentType("text/plain").body("hello").post("/api/v1/tickets"), 415, "unsupported-media-type");
        assertProblem(
                Api.as(Tokens.of("agent"))
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"0\"")
                        .body("{\"priority\":\"high\"}")
                        .patch("/api/v1/tickets/" + aTicket()),
                415,
                "unsupported-media-type");
    }

    @Test
    void what_sql_and_markup_would_mean_elsewhere_is_text_here() {
        String words = "Robert'); drop table ticket;-- <script>alert(1)</script> ${jndi:ldap://x} {{7*7}} %s %00 ../..";
        String id = Api.opened(Api.ticket("subject", words)).getString("id");

        assertThat(Api.read(id).getString("subject")).isEqualTo(words);
        assertThat(Database.count("ticket where subject = ?", words)).isEqualTo(1);
    }

    private static String ticketId;

    private static synchronized String aTicket() {
        if (ticketId == null) {
            ticketId = Api.openedId();
        }
        return ticketId;
    }

    private static Response open(String body) {
        return agent().contentType(ContentType.JSON).body(body).post("/api/v1/tickets");
    }

    private static Arguments fault(String field, String value, String pointer) {
        return Arguments.of(field, quoted(value), pointer);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static String text(int length) {
        return "'" + "x".repeat(length) + "'";
    }

    private static String many(String format, int count) {
        return IntStream.range(0, count).mapToObj(i -> String.format(format, i)).collect(Collectors.joining(","));
    }
}
