package helpdesk.notification.webhook;

import static helpdesk.notification.Callbacks.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens is told to those who want to know: signed, until they took it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookDeliveryTest {

    private static final String TICKETS = "helpdesk.ticket";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final List<String> made = new ArrayList<>();
    private final Receiver receiver = Receiver.open();

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        clock.reset();
        made.forEach(Webhooks::remove);
        receiver.close();
        probe.close();
    }

    @Test
    void an_event_is_told_once_and_signed() {
        JsonPath webhook = webhook("org.helpdesk.ticket.opened.*");
        Event opened = event("opened");
        probe.publish(TICKETS, event("closed"));
        probe.publish(TICKETS, opened);
        probe.publish(TICKETS, opened);
        Event last = event("opened");
        probe.publish(TICKETS, last);

        List<Receiver.Message> messages = receiver.await(2);

        Receiver.Message first = messages.stream()
                .filter(one -> one.json().getString("subject").equals(opened.subject()))
                .findFirst()
                .orElseThrow();
        first.verify(webhook.getString("secret"));
        JsonPath body = first.json();
        assertThat(body.getString("type")).isEqualTo("org.helpdesk.ticket.opened.v1");
        assertThat(body.getString("timestamp")).isEqualTo(opened.attributes().get("time"));
        assertThat(body.getString("data.ticketId")).isEqualTo(opened.subject());
        assertThat(body.getString("sequence")).isEqualTo(opened.attributes().get("sequence"));
        assertThat(first.headers().get("Content-type")).isEqualTo(List.of("application/json; charset=UTF-8"));
        String id = webhook.getString("id");
        Awaitility.await().until(() -> Webhooks.deliveries(id), all -> all.stream()
                .allMatch(one -> one.get("state").equals("delivered")));
        assertThat(Webhooks.deliveries(id)).hasSize(2);
        assertThat(receiver.messages()).hasSize(2);
        JsonPath delivery = Webhooks.delivery(id, first.id());
        assertThat(delivery.getString("payload")).isEqualTo(first.body());
        assertThat(delivery.getList("log.outcome")).isEqualTo(List.of("accepted"));
        assertThat(delivery.getList("log.status")).isEqualTo(List.of(204));
        assertThat(given().get("/q/metrics").asString())
                .contains("helpdesk_webhook_attempts_total{outcome=\"accepted\"}");
    }

    @Test
    void events_of_integrations_are_told_too() {
        webhook("com.example.*");
        Event paid = Contracts.sample("org.helpdesk.ticket.opened.v1")
                .again()
                .with("type", "com.example.order.paid")
                .with("source", "/shop");
        probe.publish("helpdesk.integration", paid);
        assertThat(receiver.await(1).getFirst().json().getString("source")).isEqualTo("/shop");
    }

    @Test
    void what_is_refused_is_tried_again_with_the_same_id() {
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        receiver.answer(500);
        probe.publish(TICKETS, event("opened"));

        JsonPath failed = Webhooks.awaitAttempts(id, 1);
        assertThat(failed.getString("state")).isEqualTo("pending");
        assertThat(failed.getList("log.outcome")).isEqualTo(List.of("refused"));
        assertThat(Duration.between(
                        Instant.parse(failed.getString("log[0].at")), Instant.parse(failed.getString("nextAttemptAt"))))
                .isBetween(Duration.ofMillis(4_500), Duration.ofSeconds(8));
        assertThat(Webhooks.read(id).getString("failingSince")).isNotNull();

        receiver.answer(200);
        clock.move(Duration.ofSeconds(6));
        JsonPath delivered = Webhooks.awaitAttempts(id, 2);
        assertThat(delivered.getString("state")).isEqualTo("delivered");
        assertThat(receiver.messages()).extracting(Receiver.Message::id).containsOnly(delivered.getString("id"));
        assertThat(Webhooks.read(id).getString("failingSince")).isNull();
    }

    @Test
    void after_the_last_try_it_is_given_up_until_somebody_asks_for_it() {
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        receiver.answer(503);
        probe.publish(TICKETS, event("opened"));
        List<String> pauses = List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
        for (int attempt = 1; attempt < 10; attempt++) {
            Webhooks.awaitAttempts(id, attempt);
            Duration pause = Duration.parse(pauses.get(attempt - 1));
            clock.move(pause.plus(pause.dividedBy(10)));
        }
        JsonPath failed = Webhooks.awaitAttempts(id, 10);
        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("nextAttemptAt")).isNull();
        assertThat(failed.getString("finishedAt")).isNotNull();

        receiver.answer(204);
        as("admin")
                .post(Webhooks.PATH + "/{id}/deliveries/{delivery}/redeliveries", id, failed.getString("id"))
                .then()
                .statusCode(202);
        JsonPath delivered = Webhooks.awaitAttempts(id, 11);
        assertThat(delivered.getString("state")).isEqualTo("delivered");
        assertThat(delivered.getList("log")).hasSize(11);
        assertThat(receiver.messages()).extracting(Receiver.Message::id).containsOnly(failed.getString("id"));
    }

    @Test
    void all_of_a_period_that_failed_are_sent_again() {
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        Instant from = Instant.now();
        receiver.answer(410);
        probe.publish(TICKETS, event("opened"));
        Awaitility.await().until(() -> !Webhooks.read(id).getBoolean("enabled"));
        receiver.answer(200);
        Map<String, Object> period =
                Map.of("from", from.toString(), "to", from.plusSeconds(600).toString());
        as("admin")
                .body(period)
                .post(Webhooks.PATH + "/{id}/redeliveries", id)
                .then()
                .statusCode(409);
        Webhooks.change(id, Map.of("enabled", true)).then().statusCode(200);

        as("admin")
                .body(period)
                .post(Webhooks.PATH + "/{id}/redeliveries", id)
                .then()
                .statusCode(202)
                .body("count", equalTo(1))
                .body("next", nullValue());
        assertThat(Webhooks.awaitAttempts(id, 2).getString("state")).isEqualTo("delivered");
        as("admin")
                .body(period)
                .post(Webhooks.PATH + "/{id}/redeliveries", id)
                .then()
                .statusCode(202)
                .body("count", equalTo(0));
        as("admin")
                .body(Map.of("from", from.toString(), "to", from.minusSeconds(1).toString()))
                .post(Webhooks.PATH + "/{id}/redeliveries", id)
                .then()
                .statusCode(400);
    }

    @Test
    void who_is_gone_is_told_nothing_more() {
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        receiver.answer(410);
        probe.publish(TICKETS, event("opened"));

        Event changed = probe.await("org.helpdesk.webhook.changed.v1", id);
        Contracts.assertFits(changed);
        assertThat(changed.data().get("disabledBecause").asText()).isEqualTo("gone");
        assertThat(changed.attributes()).containsEntry("actor", "system:webhooks");
        assertThat(Webhooks.read(id).getString("disabledBecause")).isEqualTo("gone");
        assertThat(Webhooks.deliveries(id).getFirst()).containsEntry("state", "failed");
    }

    @Test
    void who_takes_nothing_for_five_days_is_disabled() {
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        receiver.answer(404);
        probe.publish(TICKETS, event("opened"));
        Webhooks.awaitAttempts(id, 1);
        clock.move(Duration.ofDays(5).plusMinutes(1));

        Webhooks.awaitAttempts(id, 2);
        Awaitility.await().until(() -> !Webhooks.read(id).getBoolean("enabled"));
        assertThat(Webhooks.read(id).getString("disabledBecause")).isEqualTo("failing");
        Webhooks.change(id, Map.of("enabled", true)).then().body("failingSince", nullValue());
    }

    @Test
    void who_wants_to_be_left_alone_is() {
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        receiver.answer(429, "Retry-After", "7200");
        probe.publish(TICKETS, event("opened"));

        JsonPath failed = Webhooks.awaitAttempts(id, 1);
        assertThat(Duration.between(
                        Instant.parse(failed.getString("log[0].at")), Instant.parse(failed.getString("nextAttemptAt"))))
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
    }

    @Test
    void nobody_is_followed_elsewhere() {
        try (Receiver elsewhere = Receiver.open()) {
            String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
            receiver.answer(307, "Location", elsewhere.url());
            probe.publish(TICKETS, event("opened"));

            assertThat(Webhooks.awaitAttempts(id, 1).getList("log.status")).isEqualTo(List.of(307));
            assertThat(elsewhere.messages()).isEmpty();
        }
    }

    @Test
    void who_hangs_is_left_and_keeps_nobody_waiting() {
        try (Receiver other = Receiver.open()) {
            receiver.answer(WebhookDeliveryTest::awaitEnd);
            String hanging = webhook("org.helpdesk.ticket.opened.v1").getString("id");
            made.add(Webhooks.made(other.url(), "org.helpdesk.ticket.opened.v1").getString("id"));
            for (int i = 0; i < 40; i++) {
                probe.publish(TICKETS, event("opened"));
            }

            other.await(40);
            assertThat(receiver.messages().size()).isLessThan(40);
            Awaitility.await().until(() -> Webhooks.deliveries(hanging).stream()
                    .filter(one -> (int) one.get("attempts") > 0)
                    .map(one -> Webhooks.delivery(hanging, one.get("id")))
                    .anyMatch(one -> one.getList("log.outcome").equals(List.of("timed_out"))));
            Webhooks.change(hanging, Map.of("enabled", false)).then().statusCode(200);
        }
    }

    @Test
    void nobody_there_is_tried_again() {
        receiver.close();
        String id = webhook("org.helpdesk.ticket.opened.v1").getString("id");
        probe.publish(TICKETS, event("opened"));
        assertThat(Webhooks.awaitAttempts(id, 1).getList("log.outcome")).isEqualTo(List.of("connection_failed"));
    }

    @Test
    void two_secrets_are_good_until_the_former_ends() {
        JsonPath webhook = webhook("org.helpdesk.ticket.opened.v1");
        String id = webhook.getString("id");
        String another = as("admin")
                .body(Map.of("overlapHours", 1))
                .post(Webhooks.PATH + "/{id}/secret-rotations", id)
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        probe.publish(TICKETS, event("opened"));

        Receiver.Message both = receiver.await(1).getFirst();
        both.verify(webhook.getString("secret"));
        both.verify(another);
        assertThat(both.signatures().split(" ")).hasSize(2);
        clock.move(Duration.ofMinutes(61));
        probe.publish(TICKETS, event("opened"));
        assertThat(receiver.await(2).getLast().signatures().split(" ")).hasSize(1);
    }

    @Test
    void a_rule_has_one_webhook_told_and_no_other() {
        try (Receiver other = Receiver.open()) {
            String id = webhook("com.example.nothing").getString("id");
            made.add(Webhooks.made(other.url(), "org.helpdesk.ticket.*").getString("id"));
            Webhooks.change(id, Map.of("enabled", false)).then().statusCode(200);
            UUID ticket = UUID.randomUUID();
            probe.publish(
                    TICKETS,
                    Contracts.sample("org.helpdesk.ticket.webhook-asked.v1")
                            .again()
                            .with("subject", ticket.toString())
                            .withData("ticketId", ticket)
                            .withData("webhookId", id));
            probe.publish(TICKETS, event("opened"));
            other.await(1);
            assertThat(receiver.messages()).isEmpty();
            Webhooks.change(id, Map.of("enabled", true)).then().statusCode(200);

            JsonPath asked = receiver.await(1).getFirst().json();
            assertThat(asked.getString("type")).isEqualTo("org.helpdesk.ticket.webhook-asked.v1");
            assertThat(asked.getString("data.ticketId")).isEqualTo(ticket.toString());
            assertThat(other.messages())
                    .extracting(message -> message.json().getString("type"))
                    .doesNotContain("org.helpdesk.ticket.webhook-asked.v1");
        }
    }

    @Test
    void a_ping_shows_whether_anything_arrives() {
        JsonPath webhook = webhook("com.example.nothing");
        String id = webhook.getString("id");
        String ping = as("admin")
                .post(Webhooks.PATH + "/{id}/pings", id)
                .then()
                .statusCode(201)
                .body("state", equalTo("pending"))
                .extract()
                .path("id");

        Receiver.Message message = receiver.await(1).getFirst();
        message.verify(webhook.getString("secret"));
        assertThat(message.id()).isEqualTo(ping);
        assertThat(Webhooks.awaitAttempts(id, 1).getString("state")).isEqualTo("delivered");
        as("admin")
                .queryParam("state", "failed,pending")
                .get(Webhooks.PATH + "/{id}/deliveries", id)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("admin")
                .queryParam("state", "lost")
                .get(Webhooks.PATH + "/{id}/deliveries", id)
                .then()
                .statusCode(400);
        as("admin")
                .get(Webhooks.PATH + "/{id}/deliveries/{delivery}", id, UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("webhook-delivery-not-found"));
    }

    private JsonPath webhook(String... events) {
        JsonPath webhook = Webhooks.made(receiver.url(), events);
        made.add(webhook.getString("id"));
        return webhook;
    }

    private static Event event(String what) {
        UUID ticket = UUID.randomUUID();
        return Contracts.sample("org.helpdesk.ticket." + what + ".v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket);
    }

    /** Says nothing until the test ends. */
    private static void awaitEnd(HttpExchange exchange) {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException ended) {
            exchange.close();
        }
    }
}
