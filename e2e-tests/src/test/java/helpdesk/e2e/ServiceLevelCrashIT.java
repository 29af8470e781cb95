package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that dies while policies are changed, or tickets are given to people, goes on where it was. */
class ServiceLevelCrashIT {

    private static final int TICKETS = 60;
    private static final String POLICIES = "/api/v1/service-level-policies";
    private static final String QUEUES = "/api/v1/routing-queues";

    private final String tag = "t-" + UUID.randomUUID();
    private final RunningStack stack = RunningStack.shared();
    private Api admin;

    @BeforeEach
    void signIn() {
        admin = Api.admin(stack);
    }

    @Test
    void a_changed_policy_holds_for_each_open_ticket_though_the_service_dies() {
        String calendar = json(200, admin.get("/api/v1/calendars")).getString("items[0].id");
        String policy = json(
                        201,
                        admin.post(
                                POLICIES,
                                Map.of(
                                        "name",
                                        "For " + tag,
                                        "position",
                                        1,
                                        "conditions",
                                        conditions(),
                                        "calendarId",
                                        calendar,
                                        "targets",
                                        List.of(target(36_000)))))
                .getString("id");
        List<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> opened()).toList();
        assertThat(promises(json(200, admin.get(tagged())))).hasSize(TICKETS).containsOnly(36_000L);

        json(200, admin.patch(POLICIES + "/" + policy, Map.of("targets", List.of(target(72_000)))));
        stack.kill("ticket-service");

        admin.await("each is judged by what is promised now", tagged(), page -> {
            List<Long> promises = promises(page);
            return promises.size() == TICKETS && promises.stream().allMatch(seconds -> seconds == 72_000);
        });
        JsonPath explained = json(200, admin.get("/api/v1/tickets/" + tickets.getFirst() + "/service-level/explain"));
        assertThat(explained.getList("clocks.find { it.metric == 'resolution' }.intervals"))
                .as("before the change and behind it")
                .hasSize(2);
    }

    @Test
    void each_ticket_is_given_once_though_the_service_dies() {
        Api.Agent agent = admin.hire("Noor Haddad");
        json(
                200,
                admin.patch(
                        "/api/v1/agents/" + agent.id(),
                        Map.of("presence", "online", "capacity", Map.of("email", 2 * TICKETS))));
        List<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> opened()).toList();
        String queue = json(
                        201,
                        admin.post(QUEUES, Map.of("name", "For " + tag, "position", 1, "conditions", conditions())))
                .getString("id");
        admin.await("some have been given", tagged() + "&assignee=" + agent.id(), page -> !page.getList("items")
                .isEmpty());
        stack.kill("ticket-service");

        admin.await(
                "all have been given",
                tagged() + "&assignee=" + agent.id(),
                page -> page.getList("items").size() == TICKETS);
        for (String ticket : tickets) {
            JsonPath history = json(200, admin.get("/api/v1/tickets/" + ticket + "/history?limit=100"));
            assertThat(history.<String>getList("items.findAll { it.field == 'assigneeId' }.to"))
                    .containsExactly(agent.id().toString());
        }
        json(200, admin.patch(QUEUES + "/" + queue, Map.of("active", false)));
        json(200, admin.patch("/api/v1/agents/" + agent.id(), Map.of("presence", "offline")));
    }

    private List<Map<String, Object>> conditions() {
        return List.of(Map.of("field", "tag", "in", List.of(tag)));
    }

    private static Map<String, Object> target(long seconds) {
        return Map.of("metric", "resolution", "goalSeconds", seconds, "promiseSeconds", seconds, "time", "calendar");
    }

    private String tagged() {
        return "/api/v1/tickets?limit=100&tag=" + tag;
    }

    private String opened() {
        return json(
                        201,
                        admin.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject", "Slow",
                                        "description", "Everything is slow.",
                                        "channel", "email",
                                        "tags", List.of(tag),
                                        "requester", Map.of("email", "noor@example.org"))))
                .getString("id");
    }

    /** From each ticket's opening to what is promised, in seconds. */
    private static List<Long> promises(JsonPath page) {
        List<Map<String, Object>> items = page.getList("items");
        List<List<String>> promised = page.getList("items.serviceLevel.clocks.promiseAt");
        return IntStream.range(0, items.size())
                .filter(i -> promised.get(i).size() == 1)
                .mapToObj(i -> Duration.between(
                                Instant.parse((String) items.get(i).get("createdAt")),
                                Instant.parse(promised.get(i).getFirst()))
                        .toSeconds())
                .toList();
    }
}
