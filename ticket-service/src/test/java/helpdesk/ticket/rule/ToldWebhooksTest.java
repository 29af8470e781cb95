package helpdesk.ticket.rule;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule has one webhook told. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ToldWebhooksTest {

    private static final String NOTIFICATIONS = "helpdesk.notification";

    private final String tag = "webhook-" + UUID.randomUUID();
    private final UUID webhook = UUID.randomUUID();
    private final List<String> made = new ArrayList<>();
    private final EventProbe probe = EventProbe.on("helpdesk.ticket");

    @Inject
    TriggerRuns triggers;

    @AfterEach
    void remove() {
        made.forEach(Rules::remove);
        triggers.run();
        probe.close();
    }

    @Test
    void a_webhook_that_there_is_gets_told() {
        publish("created", 0);
        // At once, as somebody would: the service waits a moment for what it has not heard yet.
        String rule = rule();
        String id = opened();
        triggers.run();

        Event asked = probe.await("org.helpdesk.ticket.webhook-asked.v1", id);
        Contracts.assertFits(asked);
        assertThat(asked.data().get("webhookId").asText()).isEqualTo(webhook.toString());
        assertThat(asked.attributes()).containsEntry("actor", "system:rule:" + rule);
        assertThat(Rules.written(id)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("field", "webhook")
                .containsEntry("to", webhook.toString())
                .containsEntry("ruleId", rule));
    }

    @Test
    void one_that_there_is_not_is_refused_with_its_place() {
        Response refused = Rules.post(body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("unknown-webhook");
        assertThat(refused.jsonPath().getList("errors.pointer")).isEqualTo(List.of("/actions/0/webhook"));

        Map<String, Object> noId = Rules.trigger(tag, List.of("opened"), List.of(), List.of(Map.of("webhook", "crm")));
        Response unreadable = Rules.post(noId);
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.jsonPath().getList("errors.pointer")).isEqualTo(List.of("/actions/0/webhook"));
    }

    @Test
    void a_rule_whose_webhook_was_removed_says_so() {
        publish("created", 0);
        String rule = rule();
        publish("deleted", 2);
        // An older event that comes late does not bring it back.
        publish("changed", 1);
        Awaitility.await().until(() -> Rules.post(body()).statusCode() == 422);
        String id = opened();
        triggers.run();

        assertThat(Rules.written(id)).isEmpty();
        assertThat(Rules.read(rule).getString("lastError.code")).isEqualTo("unknown-webhook");
    }

    private String opened() {
        Map<String, Object> ticket = new HashMap<>(Api.ticket());
        ticket.put("tags", List.of(tag));
        return Api.opened(ticket).getString("id");
    }

    private String rule() {
        String rule = Rules.made(body());
        made.add(rule);
        return rule;
    }

    private Map<String, Object> body() {
        return Rules.trigger(tag, List.of("opened"), List.of(), List.of(Map.of("webhook", webhook)));
    }

    private void publish(String what, int sequence) {
        probe.publish(
                NOTIFICATIONS,
                Contracts.sample("org.helpdesk.webhook." + what + ".v1")
                        .again()
                        .with("subject", webhook.toString())
                        .with("sequence", Integer.toString(sequence))
                        .withData("webhookId", webhook));
    }
}
