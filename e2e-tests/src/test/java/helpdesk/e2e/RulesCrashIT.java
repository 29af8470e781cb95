package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules have to do is done, and once, though the service dies while they do it; and who is told, is told once. */
class RulesCrashIT {

    private static final int TICKETS = 60;
    private static final String RULES = "/api/v1/rules";

    private final String tag = "t-" + UUID.randomUUID();
    private final RunningStack stack = RunningStack.shared();
    private Api admin;

    @BeforeEach
    void signIn() {
        admin = Api.admin(stack);
    }

    @Test
    void each_ticket_is_changed_once_and_its_requester_told_once_though_the_service_dies() {
        String rule = json(201, admin.post(RULES, rule())).getString("id");
        List<String> tickets =
                IntStream.range(0, TICKETS).mapToObj(i -> opened()).toList();
        admin.await(
                "some have been changed", "/api/v1/tickets?limit=100&tag=seen-" + tag, page -> !page.getList("items")
                        .isEmpty());
        stack.kill("ticket-service");

        admin.await(
                "all have been changed",
                "/api/v1/tickets?limit=100&tag=seen-" + tag,
                page -> page.getList("items").size() == TICKETS);
        for (String ticket : tickets) {
            JsonPath history = json(200, admin.get("/api/v1/tickets/" + ticket + "/history?limit=100"));
            assertThat(history.<String>getList("items.findAll { it.ruleId == '" + rule + "' }.field"))
                    .containsExactly("tags", "notice");
            admin.await(
                    "its requester is told",
                    "/api/v1/messages?kind=notice&ticketId=" + ticket,
                    page -> page.getList("items").size() == 1);
        }
        admin.await(
                "each is written down once",
                RULES + "/" + rule + "/firings?limit=100",
                page -> page.getList("items").size() == TICKETS);
        json(200, admin.patch(RULES + "/" + rule, Map.of("active", false)));
    }

    private Map<String, Object> rule() {
        Map<String, Object> rule = new HashMap<>();
        rule.put("kind", "trigger");
        rule.put("name", "For " + tag);
        rule.put("on", List.of("opened"));
        rule.put("conditions", List.of(Map.of("field", "tag", "in", List.of(tag))));
        rule.put(
                "actions",
                List.of(
                        Map.of("set", Map.of("addTags", List.of("seen-" + tag))),
                        Map.of("notify", Map.of("to", List.of("requester"), "subject", "Seen", "body", "We look."))));
        return rule;
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
                                        "requester", Map.of("email", "amara-" + UUID.randomUUID() + "@example.org"))))
                .getString("id");
    }
}
