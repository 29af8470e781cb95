package helpdesk.ticket;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: each operation with each role. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RolesResourceTest {

    private static final Set<String> ADMINS = Set.of("admin");
    private static final Set<String> ADMINS_AND_PROGRAMS = Set.of("admin", "integration");
    private static final Set<String> LEADS = Set.of("admin", "supervisor");
    private static final Set<String> STAFF = Set.of("admin", "supervisor", "agent");
    private static final Set<String> STAFF_AND_PROGRAMS = Set.of("admin", "supervisor", "agent", "integration");
    private static final List<String> ALL = List.of("admin", "supervisor", "agent", "integration", "customer");

    static Stream<Arguments> operations() {
        String unknown = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of("GET", "/api/v1/tickets", "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/tickets", "{}", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("PATCH", "/api/v1/tickets/" + unknown, "{}", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/history", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/comments", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/mails", "", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/comments", "{}", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/comments/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/escalations", "{}", STAFF),
                Arguments.of("GET", "/api/v1/groups", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/groups/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/groups", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/groups/" + unknown, "{}", LEADS),
                Arguments.of("GET", "/api/v1/ticket-categories", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/ticket-categories/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/ticket-categories", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/ticket-categories/" + unknown, "{}", LEADS),
                Arguments.of("GET", "/api/v1/ticket-causes", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/ticket-causes/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/ticket-causes", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/ticket-causes/" + unknown, "{}", LEADS),
                Arguments.of("GET", "/api/v1/ticket-fields", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/ticket-fields/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/ticket-fields", "{}", ADMINS),
                Arguments.of("PATCH", "/api/v1/ticket-fields/" + unknown, "{}", ADMINS),
                Arguments.of("GET", "/api/v1/calendars", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/calendars/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/calendars/" + unknown + "/working-time", "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/calendars", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/calendars/" + unknown, "{}", LEADS),
                Arguments.of("DELETE", "/api/v1/calendars/" + unknown, "", LEADS),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/claims", "", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/story", "", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/plan", "", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/plan/steps/" + unknown, "", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/plan/steps", "{}", STAFF),
                Arguments.of("PATCH", "/api/v1/tickets/" + unknown + "/plan/steps/" + unknown, "{}", STAFF),
                Arguments.of("DELETE", "/api/v1/tickets/" + unknown + "/plan/steps/" + unknown, "", STAFF),
                Arguments.of("GET", "/api/v1/agents/" + unknown + "/plan-steps", "", STAFF),
                Arguments.of("GET", "/api/v1/service-standards/settings", "", STAFF),
                Arguments.of("PATCH", "/api/v1/service-standards/settings", "{}", LEADS),
                Arguments.of("GET", "/api/v1/probes", "", LEADS),
                Arguments.of("GET", "/api/v1/probes/" + unknown, "", LEADS),
                Arguments.of("GET", "/api/v1/probes/" + unknown + "/runs", "", LEADS),
                Arguments.of("POST", "/api/v1/probes", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/probes/" + unknown, "{}", LEADS),
                Arguments.of("DELETE", "/api/v1/probes/" + unknown, "", LEADS),
                Arguments.of("GET", "/api/v1/rules", "", STAFF),
                Arguments.of("GET", "/api/v1/rules/" + unknown, "", STAFF),
                Arguments.of("GET", "/api/v1/rules/" + unknown + "/firings", "", STAFF),
                Arguments.of("POST", "/api/v1/rules", "{}", LEADS),
                Arguments.of("POST", "/api/v1/rules/dry-runs", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/rules/" + unknown, "{}", LEADS),
                Arguments.of("DELETE", "/api/v1/rules/" + unknown, "", LEADS),
                Arguments.of("GET", "/api/v1/ticket-mappings", "", ADMINS),
                Arguments.of("GET", "/api/v1/ticket-mappings/" + unknown, "", ADMINS),
                Arguments.of("POST", "/api/v1/ticket-mappings", "{}", ADMINS),
                Arguments.of("POST", "/api/v1/ticket-mappings/dry-runs", "{}", ADMINS),
                Arguments.of("PATCH", "/api/v1/ticket-mappings/" + unknown, "{}", ADMINS),
                Arguments.of("DELETE", "/api/v1/ticket-mappings/" + unknown, "", ADMINS),
                Arguments.of("GET", "/api/v1/routing-queues", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/routing-queues/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/routing-queues", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/routing-queues/" + unknown, "{}", LEADS),
                Arguments.of("DELETE", "/api/v1/routing-queues/" + unknown, "", LEADS),
                Arguments.of("GET", "/api/v1/service-level-policies", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/service-level-policies/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/service-level-policies", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/service-level-policies/" + unknown, "{}", LEADS),
                Arguments.of("DELETE", "/api/v1/service-level-policies/" + unknown, "", LEADS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/service-level/explain", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/service-level/what-if", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/macros", "", STAFF),
                Arguments.of("GET", "/api/v1/macros/" + unknown, "", STAFF),
                Arguments.of("POST", "/api/v1/macros", "{}", LEADS),
                Arguments.of("PATCH", "/api/v1/macros/" + unknown, "{}", LEADS),
                Arguments.of("GET", "/api/v1/ticket-views", "", STAFF),
                Arguments.of("POST", "/api/v1/ticket-views", "{}", STAFF),
                Arguments.of("GET", "/api/v1/ticket-views/counts", "", STAFF),
                Arguments.of("GET", "/api/v1/ticket-views/" + unknown, "", STAFF),
                Arguments.of("GET", "/api/v1/ticket-views/" + unknown + "/tickets", "", STAFF),
                Arguments.of("PATCH", "/api/v1/ticket-views/" + unknown, "{}", STAFF),
                Arguments.of("DELETE", "/api/v1/ticket-views/" + unknown, "", STAFF),
                Arguments.of("POST", "/api/v1/ticket-batches", "{}", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/ticket-export", "", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/ticket-changes", "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/calls", "{}", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/attachments", "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/attachments?name=a.txt", "x", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/attachments/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of(
                        "GET",
                        "/api/v1/tickets/" + unknown + "/attachments/" + unknown + "/content",
                        "",
                        STAFF_AND_PROGRAMS),
                Arguments.of("DELETE", "/api/v1/tickets/" + unknown + "/attachments/" + unknown, "", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/merges", "{}", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/merges", "", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/merges/" + unknown, "", STAFF),
                Arguments.of("DELETE", "/api/v1/tickets/" + unknown + "/merges/" + unknown, "", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/links", "{}", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/links", "", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/links/" + unknown, "", STAFF),
                Arguments.of("DELETE", "/api/v1/tickets/" + unknown + "/links/" + unknown, "", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/splits", "{}", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/macro-applications", "{}", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/presence", "{}", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/presence", "", STAFF),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/side-conversations", "{}", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/side-conversations", "", STAFF),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/side-conversations/" + unknown, "", STAFF),
                Arguments.of("PATCH", "/api/v1/tickets/" + unknown + "/side-conversations/" + unknown, "{}", STAFF),
                Arguments.of(
                        "POST",
                        "/api/v1/tickets/" + unknown + "/side-conversations/" + unknown + "/messages",
                        "{}",
                        STAFF),
                Arguments.of(
                        "GET",
                        "/api/v1/tickets/" + unknown + "/side-conversations/" + unknown + "/messages",
                        "",
                        STAFF),
                Arguments.of("POST", "/api/v1/channel-messages", "{}", ADMINS_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/channel-deliveries", "{}", ADMINS_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/channel-deliveries", "", STAFF),
                Arguments.of("GET", "/api/v1/channels", "", STAFF),
                Arguments.of("GET", "/api/v1/agents", "", STAFF),
                Arguments.of("GET", "/api/v1/agents/" + unknown, "", STAFF),
                Arguments.of("PATCH", "/api/v1/agents/" + unknown, "{}", STAFF),
                Arguments.of("POST", "/api/v1/services/ticket-service/mentions", "{}", ADMINS),
                Arguments.of("GET", "/api/v1/services/ticket-service/personal-data/" + unknown, "", ADMINS),
                Arguments.of("GET", "/api/v1/services/ticket-service/dead-letters", "", ADMINS));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void an_operation_is_for_its_roles_only(String method, String path, String body, Set<String> allowed) {
        for (String role : ALL) {
            Response answer = send(as(Tokens.of(role)), method, path, body);
            if (allowed.contains(role)) {
                assertThat(answer.statusCode()).as("%s as %s", path, role).isNotIn(401, 403, 500);
            } else {
                assertProblem(answer, 403, "forbidden");
            }
        }
        assertProblem(send(as(Tokens.of()), method, path, body), 403, "forbidden");
        assertProblem(send(as(Tokens.of("janitor")), method, path, body), 403, "forbidden");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void without_a_valid_token_there_is_nothing_to_see(String method, String path, String body, Set<String> allowed) {
        assertProblem(send(given(), method, path, body), 401, "unauthenticated");
        assertProblem(send(as(Tokens.expired("admin")), method, path, body), 401, "unauthenticated");
        assertProblem(send(as("not.a.token"), method, path, body), 401, "unauthenticated");
    }

    /** What needs no account is tried where it is told; everything else is tried here, with each role. */
    @Test
    void no_operation_is_forgotten() {
        JsonPath document =
                given().queryParam("format", "json").get("/q/openapi").jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        Set<String> known = operations()
                .map(operation -> operation.get()[0] + " "
                        + operation
                                .get()[1]
                                .toString()
                                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                                .replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
        List<String> told = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "post", "put", "patch", "delete").contains(method))
                .forEach(
                        method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "*"))));

        assertThat(told.stream()
                        .filter(one -> !one.contains("/api/v1/requests") && !one.contains("/api/v1/side-conversations"))
                        .filter(one ->
                                !one.contains("/api/v1/services/") && !one.equals("GET /api/v1/service-standards")))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    private static Response send(RequestSpecification request, String method, String path, String body) {
        if (!body.isEmpty()) {
            boolean file = path.contains("/attachments");
            request.body(body)
                    .contentType(method.equals("PATCH") ? Api.MERGE_PATCH : file ? "text/plain" : "application/json");
        }
        return request.request(method, path);
    }
}
