package helpdesk.ticket;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: each operation with each role. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RolesResourceTest {

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
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/comments", "{}", STAFF_AND_PROGRAMS),
                Arguments.of("GET", "/api/v1/tickets/" + unknown + "/comments/" + unknown, "", STAFF_AND_PROGRAMS),
                Arguments.of("POST", "/api/v1/tickets/" + unknown + "/escalations", "{}", STAFF),
                Arguments.of("GET", "/api/v1/agents", "", STAFF),
                Arguments.of("GET", "/api/v1/agents/" + unknown, "", STAFF),
                Arguments.of("PATCH", "/api/v1/agents/" + unknown, "{}", STAFF),
                Arguments.of("GET", "/api/v1/services/ticket-service/dead-letters", "", Set.of("admin")));
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

    private static Response send(RequestSpecification request, String method, String path, String body) {
        if (!body.isEmpty()) {
            request.body(body).contentType(method.equals("PATCH") ? Api.MERGE_PATCH : "application/json");
        }
        return request.request(method, path);
    }
}
