package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other systems post at the gateway becomes tickets and visits by mappings. */
class IntegrationMappingIT {

    private static final String TICKET_MAPPINGS = "/api/v1/ticket-mappings";
    private static final String CUSTOMER_MAPPINGS = "/api/v1/customer-mappings";

    private final String tag = "alert-" + UUID.randomUUID();
    private final Api admin = Api.admin(RunningStack.shared());
    private String ticketMapping;
    private String customerMapping;

    @BeforeEach
    void begin() {
        ticketMapping = json(
                        201,
                        admin.post(
                                TICKET_MAPPINGS,
                                Map.of(
                                        "name",
                                        tag,
                                        "type",
                                        "com.example." + tag,
                                        "when",
                                        List.of(Map.of("path", "data.status", "in", List.of("firing"))),
                                        "key",
                                        "{{data.fingerprint}}",
                                        "ticket",
                                        Map.of(
                                                "subject", "{{data.labels.alertname}}",
                                                "description", "{{data.summary|No summary.}}",
                                                "tags", List.of(tag)),
                                        "clear",
                                        Map.of(
                                                "when",
                                                List.of(Map.of("path", "data.status", "in", List.of("resolved")))))))
                .getString("id");
        customerMapping = json(
                        201,
                        admin.post(
                                CUSTOMER_MAPPINGS,
                                Map.of(
                                        "name",
                                        tag,
                                        "type",
                                        "com.example.till." + tag,
                                        "customer",
                                        Map.of("email", "{{data.buyer}}"),
                                        "visit",
                                        Map.of("what", "Shop in {{data.city}}"))))
                .getString("id");
    }

    @AfterEach
    void end() {
        json(200, admin.patch(TICKET_MAPPINGS + "/" + ticketMapping, Map.of("active", false)));
        json(200, admin.patch(CUSTOMER_MAPPINGS + "/" + customerMapping, Map.of("active", false)));
    }

    @Test
    void an_alert_opens_one_ticket_and_solves_it_when_it_is_over() {
        post("firing");
        post("firing");
        awaitStatuses("new");
        post("resolved");
        awaitStatuses("resolved");
        post("firing");
        post("firing");
        awaitStatuses("new", "resolved");
    }

    @Test
    void who_pays_at_a_till_was_here() {
        String email = tag + "@example.org";
        json(
                202,
                admin.post(
                        "/api/v1/events", event("com.example.till." + tag, Map.of("buyer", email, "city", "Leeds"))));

        JsonPath found = admin.await(
                Api.PATIENCE,
                "a profile",
                "/api/v1/customers?email=" + email,
                page -> page.getList("items").size() == 1);
        admin.await(
                Api.PATIENCE,
                "the visit",
                "/api/v1/customers/" + found.getString("items[0].id") + "/visits",
                page -> "Shop in Leeds".equals(page.getString("items[0].what")));
    }

    private void post(String status) {
        Map<String, Object> alert =
                Map.of("status", status, "fingerprint", "c4f1e02b", "labels", Map.of("alertname", "DiskFull"));
        assertThat(admin.post("/api/v1/events", event("com.example." + tag, alert))
                        .statusCode())
                .isEqualTo(202);
    }

    private static Map<String, Object> event(String type, Map<String, Object> data) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/monitoring/prod",
                "type",
                type,
                "subject",
                type,
                "data",
                data);
    }

    private void awaitStatuses(String... statuses) {
        admin.await(
                Api.PATIENCE,
                "tickets that are " + List.of(statuses),
                "/api/v1/tickets?tag=" + tag,
                page -> page.getList("items.status", String.class).stream()
                        .sorted()
                        .toList()
                        .equals(List.of(statuses)));
    }
}
