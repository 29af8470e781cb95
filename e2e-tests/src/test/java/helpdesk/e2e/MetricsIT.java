package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Holds dashboards and alerts to what the running services really tell. */
class MetricsIT {

    /** Measures that begin with what they count, which needs more than one request; they are looked for in the source. */
    private static final Map<String, String> LATER = Map.of(
            "helpdesk_mailbox_failures", "helpdesk.mailbox.failures",
            "helpdesk_mailbox_mails_total", "helpdesk.mailbox.mails",
            "helpdesk_messages_attempts_total", "helpdesk.messages.attempts",
            "helpdesk_plan_steps_total", "helpdesk.plan.steps",
            "helpdesk_rule_firings_total", "helpdesk.rule.firings",
            "helpdesk_service_level_alarms_seconds_count", "helpdesk.service.level.alarms",
            "helpdesk_service_level_alarms_seconds_max", "helpdesk.service.level.alarms",
            "helpdesk_webhook_attempts_total", "helpdesk.webhook.attempts");

    private final RunningStack stack = RunningStack.shared();

    @Test
    void every_measure_of_dashboards_and_alerts_is_there() throws IOException {
        Api.admin(stack).hire("Noor Haddad");
        Set<String> asked = Monitoring.measures();
        assertThat(asked).hasSizeGreaterThan(20);
        Set<String> later = LATER.keySet();
        // Garbage is collected sooner or later, and consumers tell how far behind they are once they have taken
        // something.
        Awaitility.await("all measures are told").atMost(Api.PATIENCE).untilAsserted(() -> assertThat(told())
                .containsAll(
                        asked.stream().filter(name -> !later.contains(name)).toList()));
        String code = sources();
        assertThat(asked).containsAll(later);
        LATER.values().forEach(name -> assertThat(code).contains("\"" + name + "\""));
    }

    @Test
    void every_label_that_is_asked_for_is_there() {
        String measures = all();
        assertThat(measures)
                .contains("pool_name=\"vert.x-worker-thread\"", "area=\"heap\"")
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"2..\"[^}]*uri=\"/");
    }

    @Test
    void the_gateway_names_addresses_without_what_is_individual_in_them() {
        Api admin = Api.admin(stack);
        String id = admin.hire("Emre Aydin").id().toString();
        json(200, admin.get("/api/v1/agents/" + id));
        assertThat(of(0)).contains("uri=\"/api/v1/{collection}/{item}\"").doesNotContain(id);
    }

    @Test
    void dashboards_are_told_apart_and_choose_their_source() {
        List<JsonNode> dashboards = Monitoring.dashboards();
        assertThat(dashboards.stream().map(board -> board.path("uid").asText()))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(uid -> assertThat(uid).startsWith("helpdesk-"));
        dashboards.forEach(board -> board.path("panels").forEach(panel -> {
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.path("title").asText()).isNotBlank();
        }));
    }

    private Set<String> told() {
        return all().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String all() {
        return IntStream.range(0, 5).mapToObj(this::of).collect(Collectors.joining("\n"));
    }

    private String of(int offset) {
        return given().get("http://localhost:" + (stack.port() + offset) + "/q/metrics")
                .asString();
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String module : List.of("ticket-service", "notification-service")) {
            try (Stream<Path> files = Files.walk(Monitoring.ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                    try {
                        text.append(Files.readString(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        return text.toString();
    }
}
