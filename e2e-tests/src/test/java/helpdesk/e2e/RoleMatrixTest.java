package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Which roles may do what, as the API documents of all services say; each service's tests hold its document and what it does
 * together, and {@link RolesIT} tries each operation with each role. With {@code -Dcontracts.update=true} the page is written anew.
 */
class RoleMatrixTest {

    private static final Path ROOT =
            Path.of(System.getProperty("helpdesk.root", "..")).toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/roles.md");
    private static final List<String> SERVICES =
            List.of("gateway", "ticket-service", "customer-service", "feedback-service", "notification-service");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> ROLES = List.of("admin", "supervisor", "agent", "integration");

    private static final String MAY_NAME = "admin|supervisor|agent|integration|customer";

    private record Operation(String method, String path, Set<String> roles, boolean open) {}

    @Test
    void every_operation_says_which_roles_may_use_it_or_is_meant_for_all() throws IOException {
        for (String service : SERVICES) {
            List<Operation> operations = operations(service);
            assertThat(operations).as(service).isNotEmpty();
            for (Operation operation : operations) {
                assertThat(operation.roles()).as("%s %s", service, operation).allMatch(role -> role.matches(MAY_NAME));
                assertThat(operation.open() || !operation.roles().isEmpty())
                        .as("%s: %s has neither roles nor is it open", service, operation)
                        .isTrue();
                // Whoever leads agents may do what they may, and so on; but not what is for programs.
                assertThat(operation.roles().contains("agent")
                                && !operation.roles().contains("supervisor"))
                        .as("%s: %s is for agents and not for supervisors", service, operation)
                        .isFalse();
                assertThat(operation.roles().contains("supervisor")
                                && !operation.roles().contains("admin"))
                        .as("%s: %s is for supervisors and not for administrators", service, operation)
                        .isFalse();
            }
        }
    }

    @Test
    void the_page_tells_what_the_documents_say() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Roles

                Which roles may do what, made from the API documents of all services. An API key has the role `agent` or `integration`, and
                [scopes](accounts.md#api-keys) make it less. What is open needs no token: a link, a sign-in, or something that everybody may read.
                """);
        for (String service : SERVICES) {
            page.append("\n## ").append(service).append("\n\n| operation | ");
            page.append(String.join(" | ", ROLES)).append(" |\n|---|:-:|:-:|:-:|:-:|\n");
            for (Operation operation : operations(service)) {
                page.append("| `%s %s` |".formatted(operation.method(), operation.path()));
                for (String role : ROLES) {
                    page.append(operation.open() ? " open |" : operation.roles().contains(role) ? " ✓ |" : " |");
                }
                page.append('\n');
            }
        }
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("%s is not what the documents say; run this test with -Dcontracts.update=true", PAGE)
                .isEqualTo(page.toString());
    }

    private static List<Operation> operations(String service) throws IOException {
        JsonNode document = new YAMLMapper()
                .readTree(ROOT.resolve("contracts/openapi/" + service + ".yaml").toFile());
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (!operation.isMissingNode()) {
                    operations.add(new Operation(
                            method.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            roles(operation.path("security")),
                            !operation.has("security")));
                }
            }
        }
        return operations;
    }

    private static Set<String> roles(JsonNode security) {
        Set<String> roles = new TreeSet<>();
        security.forEach(kind -> kind.forEach(named -> named.forEach(role -> roles.add(role.asText()))));
        return roles;
    }
}
