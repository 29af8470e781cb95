package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks what is held on them, and to be forgotten, while two services are away. Then nothing is found anywhere. */
class PrivacyIT {

    private static final List<String> SERVICES =
            List.of("ticket-service", "customer-service", "feedback-service", "notification-service", "gateway");

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final RunningStack stack = RunningStack.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Zebulon Quistgaard-" + mark;
    private final String email = "zebulon." + mark + "@example.org";
    private final String phone = "+4930" + (10_000_000 + Math.floorMod(mark.hashCode(), 80_000_000));
    private final List<String> terms = List.of(name, email, phone);
    private Api admin;
    private Api.Agent agent;

    @BeforeEach
    void begin() {
        admin = Api.admin(stack);
        agent = admin.hire("Mei Tanaka");
    }

    @AfterEach
    void wake() {
        stack.signal("ticket-service", "CONT");
        stack.signal("notification-service", "CONT");
    }

    @Test
    void whoever_wants_to_be_forgotten_is_while_services_are_away() throws IOException {
        String customer = person();
        Awaitility.await("every service holds something").atMost(PATIENCE).until(() -> mentions().values().stream()
                .noneMatch(List::isEmpty));
        Map<String, String> archive = archive(customer);
        assertThat(archive.keySet().stream()
                        .map(entry -> entry.substring(0, entry.indexOf('/')))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(archive.values()).anyMatch(text -> text.contains("My disk is full, says " + name));
        assertThat(agent.api()
                        .get("/api/v1/customers/" + customer + "/personal-data")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.api()
                        .post("/api/v1/customers/" + customer + "/erasure", Map.of())
                        .statusCode())
                .isEqualTo(403);

        stack.signal("ticket-service", "STOP");
        stack.signal("notification-service", "STOP");
        String erasure = json(
                        202,
                        admin.post("/api/v1/customers/" + customer + "/erasure", Map.of("reason", "Asked by letter")))
                .getString("id");
        String path = "/api/v1/erasures/" + erasure;
        admin.await(PATIENCE, "those that are there have answered", path, progress -> new TreeSet<>(
                        progress.<String>getList("missing"))
                .equals(new TreeSet<>(Set.of("notification-service", "ticket-service"))));
        assertThat(json(200, admin.get(path)).getString("state")).isEqualTo("erasing");

        stack.signal("ticket-service", "CONT");
        stack.signal("notification-service", "CONT");
        JsonPath done =
                admin.await(PATIENCE, "it is done", path, progress -> "done".equals(progress.getString("state")));
        assertThat(done.getList("receipts.service")).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(mentions())
                .allSatisfy((service, found) -> assertThat(found).as(service).isEmpty());
        assertThat(json(410, agent.api().get("/api/v1/customers/" + customer)).getString("code"))
                .isEqualTo("customer-erased");
    }

    /** Somebody of whom every service holds something. */
    private String person() {
        JsonPath ticket = json(
                201,
                agent.api()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Disk of " + name,
                                        "description",
                                        "My disk is full, says " + name,
                                        "channel",
                                        "email",
                                        "requester",
                                        Map.of("name", name, "email", email, "phone", phone))));
        String id = ticket.getString("id");
        String customer = admin.await("a profile", "/api/v1/customers?email=" + email, page -> !page.getList("items")
                        .isEmpty())
                .getString("items[0].id");
        json(
                201,
                agent.api()
                        .post(
                                "/api/v1/tickets/" + id + "/comments",
                                Map.of("body", "Dear " + name + ", we look.", "visibility", "public")));
        json(201, agent.api().post("/api/v1/customers/" + customer + "/notes", Map.of("body", name + " likes tea.")));
        JsonPath slots = json(200, agent.api().get("/api/v1/callback-slots"));
        int index = slots.<Integer>getList("items.remaining").indexOf(2);
        json(
                201,
                agent.api()
                        .post(
                                "/api/v1/callbacks",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "name",
                                        name,
                                        "phone",
                                        phone,
                                        "slotStart",
                                        slots.getString("items[" + index + "].start"),
                                        "timeZone",
                                        "Europe/Berlin",
                                        "reason",
                                        name + " wants to talk")));
        json(
                200,
                agent.api()
                        .patch(
                                "/api/v1/tickets/" + id,
                                Map.of(
                                        "assigneeId",
                                        agent.id(),
                                        "status",
                                        "resolved",
                                        "resolution",
                                        "Told " + name + " how")));
        String key = json(
                        201,
                        admin.post("/api/v1/api-keys", Map.of("name", "Shop " + mark, "roles", List.of("integration"))))
                .getString("key");
        assertThat(admin.bearing(key)
                        .postAs("application/cloudevents+json", "/api/v1/events", """
                        {"specversion": "1.0", "id": "%s", "source": "/shop", "type": "com.example.order.shipped",
                         "data": {"summary": "Shipped to %s", "customer": {"name": "%s", "email": "%s"}}}""".formatted(
                                        mark, name, name, email))
                        .statusCode())
                .isEqualTo(202);
        return customer;
    }

    /** Where each service mentions the person. */
    private Map<String, List<Object>> mentions() {
        Map<String, List<Object>> all = new LinkedHashMap<>();
        for (String service : SERVICES) {
            List<Object> found = new ArrayList<>();
            Map<String, Object> search = new HashMap<>(Map.of("terms", terms));
            String next;
            do {
                JsonPath page = json(200, admin.post("/api/v1/services/" + service + "/mentions", search));
                found.addAll(page.getList("items"));
                next = page.getString("next");
                search.put("after", next);
            } while (next != null);
            all.put(service, found);
        }
        return all;
    }

    private Map<String, String> archive(String customer) throws IOException {
        Response answer = admin.get("/api/v1/customers/" + customer + "/personal-data");
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
