package helpdesk.notification.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.notification.webhook.Webhooks;
import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks are told that somebody is forgotten, and nothing else of them any more. */
@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookErasureTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String TICKETS = "helpdesk.ticket";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final Somebody person = Somebody.fresh();
    private final Somebody neighbour = Somebody.fresh();
    private final UUID ticket = UUID.randomUUID();
    private final UUID unknown = UUID.randomUUID();
    private final UUID neighbours = UUID.randomUUID();
    private String webhook;

    @Inject
    Mentions mentions;

    @BeforeEach
    void listen() {
        webhook = Webhooks.made(
                        "http://127.0.0.1:9/hooks",
                        "org.helpdesk.ticket.opened.v1",
                        "org.helpdesk.side-conversation.*",
                        "org.helpdesk.customer.*")
                .getString("id");
    }

    @AfterEach
    void close() {
        Webhooks.remove(webhook);
        probe.close();
    }

    @Test
    void what_was_told_goes_and_what_comes_later_is_not_told() {
        probe.publish(TICKETS, person.opened(ticket));
        probe.publish(TICKETS, Somebody.sideConversation(ticket, "About " + person.name()));
        probe.publish(TICKETS, person.opened(unknown).withData("customerId", null));
        probe.publish(TICKETS, neighbour.opened(neighbours));
        probe.publish(CUSTOMERS, person.profile("created", 1));
        awaitTold(ticket, 2);
        awaitTold(unknown, 1);
        awaitTold(neighbours, 1);
        awaitTold(person.customerId(), 1);

        probe.publish(CUSTOMERS, person.erasureRequested(1));
        Event receipt = probe.await("org.helpdesk.personal-data.erased.v1", person.requestId());

        assertThat(receipt.data().get("erased").get("webhookDeliveries").asInt())
                .isEqualTo(4);
        awaitTold(neighbours, 1);
        assertThat(told(ticket)).isEmpty();
        assertThat(told(unknown)).isEmpty();
        Awaitility.await().atMost(PATIENCE).until(() -> !told(person.customerId())
                .isEmpty());
        assertThat(told(person.customerId()))
                .extracting(delivery -> delivery.get("type"))
                .containsExactly("org.helpdesk.customer.erasure-requested.v1");
        assertThat(Webhooks.delivery(
                                webhook, told(person.customerId()).getFirst().get("id"))
                        .getString("payload"))
                .contains(person.customerId().toString(), person.requestId().toString())
                .doesNotContain("names", "contacts");

        probe.publish(TICKETS, person.opened(ticket));
        probe.publish(TICKETS, Somebody.sideConversation(unknown, "About " + person.name()));
        probe.publish(TICKETS, person.opened(neighbours).with("subject", neighbours.toString()));
        probe.publish(CUSTOMERS, person.profile("changed", 7));
        probe.publish(CUSTOMERS, Somebody.ofCustomer("erased", person.customerId()));
        // With the same keys, so that they are handled after the others.
        for (UUID key : List.of(ticket, unknown, neighbours)) {
            UUID last = UUID.randomUUID();
            Event opened = neighbour.opened(last);
            probe.publish(TICKETS, new Event(opened.attributes(), key.toString(), opened.data()));
            awaitTold(last, 1);
        }
        awaitTold(person.customerId(), 2);

        assertThat(told(person.customerId()))
                .extracting(delivery -> delivery.get("type"))
                .containsExactly("org.helpdesk.customer.erased.v1", "org.helpdesk.customer.erasure-requested.v1");
        assertThat(told(ticket)).isEmpty();
        assertThat(told(unknown)).isEmpty();
        assertThat(told(neighbours)).hasSize(1);
        assertThat(mentions.everywhere(person.terms())).noneMatch(found -> found.contains("topic=null"));
    }

    private void awaitTold(UUID subject, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> told(subject).size() == count);
    }

    /** What the webhook was told, or will be, about the subject; the newest first. */
    private List<Map<String, Object>> told(UUID subject) {
        return Webhooks.deliveries(webhook).stream()
                .filter(delivery -> subject.toString().equals(delivery.get("subject")))
                .toList();
    }
}
