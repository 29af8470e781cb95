package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus is given: whether it understands it, and whether each alert fires when it should, and only then. */
class PrometheusTest {

    private static final Path FOLDER = Monitoring.ROOT.resolve("deploy/prometheus");

    @ParameterizedTest
    @ValueSource(strings = {"check rules alerts.yml", "check config prometheus.yml", "test rules alerts-test.yml"})
    void prometheus_understands_it(String arguments) throws Exception {
        Promtool.Answer answer = Promtool.installed().run(FOLDER, arguments.split(" "));
        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("SUCCESS");
    }

    @Test
    void each_alert_has_a_test_and_says_what_to_do() {
        Set<String> alerts = new TreeSet<>();
        for (JsonNode group : Monitoring.yaml(FOLDER.resolve("alerts.yml")).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                alerts.add(rule.path("alert").asText());
                assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
                assertThat(rule.at("/annotations/description").asText()).isNotBlank();
                assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            }
        }
        String tests = Monitoring.text(FOLDER.resolve("alerts-test.yml"));
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> assertThat(tests)
                .contains("{alertname=\"" + alert + "\"}"));
    }

    @Test
    void the_services_are_looked_for_where_docker_compose_has_them() {
        JsonNode compose = Monitoring.yaml(Monitoring.ROOT.resolve("docker-compose.yml"));
        JsonNode job = Monitoring.yaml(FOLDER.resolve("prometheus.yml")).at("/scrape_configs/0");
        assertThat(job.path("metrics_path").asText()).isEqualTo("/q/metrics");
        Set<String> scraped = new TreeSet<>();
        for (JsonNode target : job.path("static_configs")) {
            String service = target.at("/labels/service").asText();
            String port =
                    compose.at("/services/" + service + "/healthcheck/test/2").asText();
            assertThat(target.at("/targets/0").asText()).isEqualTo(service + ":" + port);
            scraped.add(service);
        }
        assertThat(scraped).hasSize(5);
    }
}
