package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see, and what callers see when something is refused. */
class OperationsIT {

    private static RunningStack stack;
    private static Api anonymous;
    private static Api admin;
    private static Api.Agent agent;

    @BeforeAll
    static void start() {
        stack = RunningStack.shared();
        anonymous = Api.anonymous(stack);
        admin = Api.admin(stack);
        agent = admin.hire("Daniel Brandt");
    }

    @Test
    void the_status_names_every_service() {
        JsonPath status = json(200, anonymous.get("/api/v1/status"));
        assertThat(status.getString("status")).isEqualTo("up");
        assertThat(status.getList("services.name"))
                .contains("gateway", "ticket-service", "customer-service", "feedback-service", "notification-service");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void every_service_tells_its_health_and_its_measures(int offset) {
        String service = "http://localhost:" + (stack.port() + offset);
        for (String check : List.of("live", "ready", "started")) {
            given().get(service + "/q/health/" + check).then().statusCode(200);
        }
        assertThat(given().get(service + "/q/metrics").asString()).contains("helpdesk_outbox_waiting");
    }

    @Test
    void the_api_has_one_document_and_a_page_to_try_it() {
        JsonPath document = json(200, anonymous.get("/api/v1/openapi"));
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getMap("paths"))
                .containsKeys(
                        "/api/v1/tickets",
                        "/api/v1/customers",
                        "/api/v1/surveys",
                        "/api/v1/callbacks",
                        "/api/v1/accounts");
        Response page = anonymous.get("/docs/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).contains("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets",
        "/api/v1/customers",
        "/api/v1/surveys",
        "/api/v1/invitations",
        "/api/v1/callbacks",
        "/api/v1/messages",
        "/api/v1/accounts",
        "/api/v1/api-keys",
        "/api/v1/agents",
        "/api/v1/events"
    })
    void nobody_reads_without_a_token(String path) {
        assertProblem(anonymous.get(path), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/accounts", "/api/v1/api-keys", "/api/v1/services/ticket-service/dead-letters"})
    void agents_do_not_administrate(String path) {
        assertProblem(agent.api().get(path), 403, "forbidden");
    }

    @Test
    void what_is_absent_or_not_yours_is_not_found() {
        assertProblem(agent.api().get("/api/v1/tickets/" + UUID.randomUUID()), 404, "ticket-not-found");
        assertProblem(agent.api().get("/api/v1/customers/" + UUID.randomUUID()), 404, null);
        assertProblem(anonymous.get("/api/v1/requests/not-a-token"), 404, null);
        assertProblem(anonymous.get("/api/v1/survey-links/not-a-token"), 404, null);
        assertProblem(agent.api().get("/api/v1/nothing-here"), 404, null);
    }

    @Test
    void bad_input_is_named_and_nothing_is_stored() {
        Response refused = agent.api()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject", "",
                                "description", "x",
                                "requester", Map.of("email", "not an address")));
        assertProblem(refused, 400, "invalid-request");
        assertThat(refused.jsonPath().getList("errors.pointer")).contains("/subject", "/requester/email");
        assertProblem(
                agent.api().postAs("application/json", "/api/v1/tickets", "{\"subject\":"), 400, "malformed-json");
        assertProblem(agent.api().postAs("text/plain", "/api/v1/tickets", "x"), 415, "unsupported-media-type");
        assertProblem(agent.api().post("/api/v1/tickets", Map.of("surprise", 1)), 400, "unknown-field");
    }

    private static void assertProblem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("X-Request-Id"))
                .isEqualTo(response.jsonPath().getString("requestId"));
        if (code != null) {
            assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        }
    }
}
