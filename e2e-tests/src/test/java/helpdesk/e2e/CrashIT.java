package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that was answered with success is lost or doubled, whatever dies. */
class CrashIT {

    private static RunningStack stack;
    private static Api admin;

    @BeforeAll
    static void start() {
        stack = RunningStack.shared();
        admin = Api.admin(stack);
    }

    @Test
    void a_service_killed_between_commit_and_publish_publishes_after_its_restart() {
        // A broker that stands still keeps the event in the outbox, so that the kill surely falls before the
        // publication.
        stack.signal("kafka", "STOP");
        String id;
        try {
            id = json(201, admin.post("/api/v1/tickets", ticket(unique()))).getString("id");
            stack.kill("ticket-service");
        } finally {
            stack.signal("kafka", "CONT");
        }

        admin.await(
                "the profile appears", "/api/v1/tickets/" + id, body -> body.getString("requester.customerId") != null);
        JsonPath messages = admin.await(
                "the acknowledgement is written", "/api/v1/messages?ticketId=" + id, body -> !body.getList("items")
                        .isEmpty());
        assertThat(messages.getList("items")).hasSize(1);
        JsonPath log = admin.await(
                "the event is in the log",
                "/api/v1/events?type=org.helpdesk.ticket.opened.v1&subject=" + id,
                body -> !body.getList("items").isEmpty());
        assertThat(log.getList("items")).hasSize(1);
    }

    @Test
    void two_hundred_tickets_survive_two_kills_once_each() throws Exception {
        int count = 200;
        List<String> emails =
                java.util.stream.Stream.generate(CrashIT::unique).limit(count).toList();
        AtomicInteger opened = new AtomicInteger();
        Map<String, String> ids = new HashMap<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<String>> answers = emails.stream()
                    .map(email -> callers.submit((Callable<String>) () -> {
                        String id = openUntilAnswered(email);
                        opened.incrementAndGet();
                        return id;
                    }))
                    .toList();
            for (int kill = 1; kill <= 2; kill++) {
                int enough = kill * count / 4;
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> opened.get() >= enough);
                stack.kill("ticket-service");
            }
            for (int i = 0; i < count; i++) {
                ids.put(emails.get(i), answers.get(i).get(3, TimeUnit.MINUTES));
            }
        }

        assertThat(ids.values()).doesNotHaveDuplicates();
        for (Map.Entry<String, String> entry : ids.entrySet()) {
            assertTakenCareOfOnce(entry.getKey(), entry.getValue());
        }
    }

    /** As a careful client does: the same key until there is an answer that is one. */
    private static String openUntilAnswered(String email) {
        String key = UUID.randomUUID().toString();
        Callable<Response> attempt = () -> admin.postOnce("/api/v1/tickets", ticket(email), key);
        Response answer = Awaitility.await("an answer for " + email)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .until(attempt, response -> response.statusCode() == 201 || isSurprise(response));
        return json(201, answer).getString("id");
    }

    /** While the service is away the gateway says so; anything else is a fault. */
    private static boolean isSurprise(Response response) {
        return !List.of(409, 502, 503, 504).contains(response.statusCode())
                || !response.contentType().startsWith("application/problem+json");
    }

    private static void assertTakenCareOfOnce(String email, String id) {
        JsonPath ticket = admin.await(
                "the profile of " + email,
                "/api/v1/tickets/" + id,
                body -> body.getString("requester.customerId") != null);
        String customer = ticket.getString("requester.customerId");
        assertThat(json(200, admin.get("/api/v1/customers?email=" + email)).getList("items.id"))
                .containsExactly(customer);
        JsonPath messages = admin.await(
                "the message for " + email, "/api/v1/messages?ticketId=" + id, body -> !body.getList("items")
                        .isEmpty());
        assertThat(messages.getList("items")).hasSize(1);
        JsonPath timeline = admin.await(
                "the timeline of " + email,
                "/api/v1/customers/" + customer + "/timeline",
                body -> body.getList("items.kind").contains("ticket.opened"));
        assertThat(timeline.<String>getList("items.kind").stream().filter("ticket.opened"::equals))
                .hasSize(1);
    }

    private static Map<String, Object> ticket(String email) {
        return Map.of(
                "subject", "Burst",
                "description", "One of many.",
                "type", "request",
                "channel", "api",
                "requester", Map.of("email", email));
    }

    private static String unique() {
        return "burst-" + UUID.randomUUID() + "@example.org";
    }
}
