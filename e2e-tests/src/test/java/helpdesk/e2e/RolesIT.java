package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operation of the gateway's document, tried through the gateway: it is for the roles that the document names, and no other. */
class RolesIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static Api admin;
    private static List<Operation> operations;
    private static List<Operation> openToAll;

    @BeforeAll
    static void start() {
        admin = Api.admin(RunningStack.shared());
        Map<Boolean, List<Operation>> all = operations(json(200, admin.get("/api/v1/openapi"))).stream()
                .collect(
                        Collectors.partitioningBy(operation -> operation.roles().isEmpty()));
        operations = all.get(false);
        openToAll = all.get(true);
        assertThat(operations).hasSizeGreaterThan(100);
    }

    private record Operation(String method, String path, String contentType, List<String> roles) {

        Response send(Api as) {
            return as.send(
                    method, path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()), contentType);
        }
    }

    /** Who holds a link, who signs in, and who reads the documentation; nothing else is without roles. */
    @Test
    void only_what_is_meant_for_all_is_open_to_all() {
        assertThat(openToAll)
                .extracting(Operation::path)
                .filteredOn(
                        path -> !path.matches(
                                "/api/v1/(survey-links|survey-cards|requests|side-conversations|callback-links|calendar-feeds)/\\{token}(/.*)?"))
                .containsExactlyInAnyOrder(
                        "/.well-known/jwks.json",
                        "/api/v1/auth/token",
                        "/api/v1/auth/refresh",
                        "/api/v1/auth/sign-out",
                        "/api/v1/auth/exchange",
                        "/api/v1/password-resets/{token}",
                        "/api/v1/asyncapi",
                        "/api/v1/openapi",
                        "/api/v1/status",
                        "/api/v1/draws/{id}/proof",
                        "/api/v1/draws/{id}/entries.txt",
                        "/api/v1/requests",
                        "/api/v1/service-standards");
    }

    @Test
    void without_a_token_nothing_else_answers() {
        Api nobody = admin.bearing(null);

        for (Operation operation : operations) {
            assertThat(operation.send(nobody).statusCode()).as("%s", operation).isEqualTo(401);
        }
    }

    @Test
    void an_agent_reaches_what_is_for_agents() {
        assertReaches(admin.hire("Mei Tanaka").api(), "agent");
    }

    @Test
    void a_supervisor_reaches_what_is_for_supervisors() {
        assertReaches(admin.hire("Ines Moreau", "supervisor").api(), "supervisor");
    }

    /** A program that works as an agent, held down to reading: nothing but what it reads is open to it. */
    @Test
    void a_program_with_scopes_reaches_what_they_name_and_its_role_may() {
        String key = json(
                        201,
                        admin.post(
                                "/api/v1/api-keys",
                                Map.of("name", "Reader", "roles", List.of("agent"), "scopes", List.of("*:read"))))
                .getString("key");
        Api reader = admin.bearing(key);

        for (Operation operation : operations) {
            boolean reads =
                    operation.method().equals("GET") && operation.roles().contains("agent");
            if (!reads) {
                assertThat(operation.send(reader).statusCode())
                        .as("%s", operation)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void a_program_reaches_what_is_for_programs() {
        String key = json(201, admin.post("/api/v1/api-keys", Map.of("name", "Roles", "roles", List.of("integration"))))
                .getString("key");

        assertReaches(admin.bearing(key), "integration");
    }

    private static void assertReaches(Api api, String role) {
        for (Operation operation : operations) {
            if (!operation.roles().contains(role)) {
                assertThat(operation.send(api).statusCode())
                        .as("%s as %s", operation, role)
                        .isEqualTo(403);
            } else if (!operation.path().endsWith("/stream")) {
                assertThat(operation.send(api).statusCode())
                        .as("%s as %s", operation, role)
                        .isNotIn(401, 403)
                        .isLessThan(500);
            }
        }
    }

    private static List<Operation> operations(JsonPath document) {
        List<Operation> operations = new ArrayList<>();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            if (METHODS.contains(method)) {
                Map<?, ?> operation = (Map<?, ?>) described;
                Object security = operation.get("security");
                List<String> roles = security instanceof List<?> kinds ? roles(kinds) : List.of();
                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, contentType(operation), roles));
            }
        }));
        return operations;
    }

    private static List<String> roles(List<?> security) {
        return security.stream()
                .flatMap(kind -> ((Map<?, ?>) kind).values().stream())
                .flatMap(roles -> ((List<?>) roles).stream())
                .map(Object::toString)
                .toList();
    }

    /** The first kind of body that it takes; null for none. */
    private static String contentType(Map<?, ?> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body
                ? ((Map<?, ?>) body.get("content")).keySet().iterator().next().toString()
                : null;
    }
}
