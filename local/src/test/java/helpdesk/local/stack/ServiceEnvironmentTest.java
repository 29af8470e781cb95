package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    private static final PostgresAddress DATABASE = new PostgresAddress("127.0.0.1", 9005, "helpdesk_ticket", "hidden");

    @TempDir
    private Path folder;

    @Test
    void aServiceLearnsItsDatabaseItsBrokerAndItsPort() {
        Map<String, String> variables = variables(Map.of(), ServiceKind.TICKET);
        assertThat(variables)
                .containsEntry("HELPDESK_HTTP_HOST", "127.0.0.1")
                .containsEntry("HELPDESK_HTTP_PORT", "9001")
                .containsEntry("HELPDESK_POSTGRES_HOST", "127.0.0.1")
                .containsEntry("HELPDESK_POSTGRES_PORT", "9005")
                .containsEntry("HELPDESK_POSTGRES_DATABASE", "helpdesk_ticket")
                .containsEntry("HELPDESK_POSTGRES_USER", "helpdesk_ticket")
                .containsEntry("HELPDESK_POSTGRES_PASSWORD", "hidden")
                .containsEntry("HELPDESK_KAFKA_BOOTSTRAP", "127.0.0.1:9006")
                .containsEntry("HELPDESK_PUBLIC_URL", "http://localhost:9000")
                .containsEntry("HELPDESK_SURVEY_DELAY", "PT0S")
                .containsEntry("HELPDESK_SURVEY_QUIET_PERIOD", "PT0S")
                .containsKey("HELPDESK_SECRET")
                .containsKey("HELPDESK_JWKS_URL")
                .doesNotContainKeys("HELPDESK_ADMIN_PASSWORD", "HELPDESK_TICKET_URL");
    }

    @Test
    void allServicesShareOneSecret() {
        assertThat(variables(Map.of(), ServiceKind.GATEWAY).get("HELPDESK_SECRET"))
                .isEqualTo(variables(Map.of(), ServiceKind.CUSTOMER).get("HELPDESK_SECRET"));
    }

    @Test
    void theGatewayLearnsTheOthersAndTheAdministratorsPassword() {
        assertThat(variables(Map.of(), ServiceKind.GATEWAY))
                .containsEntry("HELPDESK_HTTP_PORT", "9000")
                .containsEntry("HELPDESK_TICKET_URL", "http://127.0.0.1:9001")
                .containsEntry("HELPDESK_CUSTOMER_URL", "http://127.0.0.1:9002")
                .containsEntry("HELPDESK_FEEDBACK_URL", "http://127.0.0.1:9003")
                .containsEntry("HELPDESK_NOTIFICATION_URL", "http://127.0.0.1:9004")
                .containsKey("HELPDESK_ADMIN_PASSWORD");
    }

    @Test
    void whatTheCallerSetsWins() {
        Map<String, String> caller = Map.of(
                "HELPDESK_HTTP_HOST", "0.0.0.0",
                "HELPDESK_PUBLIC_URL", "https://help.example.org",
                "HELPDESK_SURVEY_DELAY", "PT2H",
                "HELPDESK_ADMIN_PASSWORD", "chosen by hand");
        assertThat(variables(caller, ServiceKind.GATEWAY))
                .containsEntry("HELPDESK_HTTP_HOST", "0.0.0.0")
                .containsEntry("HELPDESK_PUBLIC_URL", "https://help.example.org")
                .containsEntry("HELPDESK_SURVEY_DELAY", "PT2H")
                .containsEntry("HELPDESK_ADMIN_PASSWORD", "chosen by hand");
        assertThat(variables(caller, ServiceKind.TICKET)).containsEntry("HELPDESK_HTTP_HOST", "127.0.0.1");
        assertThat(settings(caller).gatewayLocalHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void aNumberThatIsNoneIsExplained() {
        assertThatThrownBy(
                        () -> settings(Map.of("HELPDESK_START_TIMEOUT", "soon")).startTimeout())
                .isInstanceOf(StartFailure.class)
                .hasMessage("HELPDESK_START_TIMEOUT has to be a whole number, not 'soon'.");
        assertThat(settings(Map.of("HELPDESK_START_TIMEOUT", "")).startTimeout())
                .hasSeconds(120);
    }

    private Map<String, String> variables(Map<String, String> caller, ServiceKind service) {
        return new ServiceEnvironment(settings(caller), Secrets.of(folder.resolve("secrets")))
                .of(service, DATABASE, "127.0.0.1:9006");
    }

    private StackSettings settings(Map<String, String> caller) {
        return new StackSettings(folder, new DataDirectory(folder), new PortPlan(9000), caller);
    }
}
