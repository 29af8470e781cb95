package helpdesk.notification.webhook;

import static helpdesk.notification.Callbacks.as;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other systems do what they should not, and nothing comes of it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookFaultsTest {

    private static final String TICKETS = "helpdesk.ticket";
    private static final String OPENED = "org.helpdesk.ticket.opened.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final List<String> made = new ArrayList<>();
    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        made.forEach(Webhooks::remove);
        receiver.close();
        probe.close();
    }

    @Test
    void an_answer_without_end_counts_by_its_status_and_is_cut_off() {
        receiver.answer(exchange -> {
            exchange.sendResponseHeaders(202, 0);
            byte[] piece = new byte[100_000];
            // Until the other side has had enough.
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(piece);
            }
        });
        String id = webhook(OPENED);
        probe.publish(TICKETS, event("opened"));

        JsonPath delivered = Webhooks.awaitAttempts(id, 1);
        assertThat(delivered.getString("state")).isEqualTo("delivered");
        assertThat(delivered.getInt("log[0].millis")).isLessThan(1_500);
    }

    @Test
    void headers_without_end_fill_nobodys_memory() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> pourHeaders(other));
            String id = Webhooks.made("http://127.0.0.1:" + other.getLocalPort() + "/", OPENED)
                    .getString("id");
            made.add(id);
            probe.publish(TICKETS, event("opened"));

            JsonPath failed = Webhooks.awaitAttempts(id, 1);
            assertThat(failed.getList("log.outcome")).isEqualTo(List.of("connection_failed"));
            assertThat(failed.getInt("log[0].millis")).isLessThan(1_500);
        }
    }

    @Test
    void what_was_asked_for_while_it_was_tried_is_tried_again() {
        CountDownLatch answer = new CountDownLatch(1);
        receiver.answer(exchange -> {
            awaitQuietly(answer);
            exchange.sendResponseHeaders(503, -1);
        });
        String id = webhook(OPENED);
        probe.publish(TICKETS, event("opened"));
        String delivery = receiver.await(1).getFirst().id();
        redeliver(id, delivery);
        receiver.answer(204);
        answer.countDown();

        assertThat(Webhooks.awaitAttempts(id, 2).getList("log.outcome")).isEqualTo(List.of("refused", "accepted"));
        assertThat(Webhooks.delivery(id, delivery).getString("state")).isEqualTo("delivered");
    }

    @Test
    void names_that_lead_inside_later_are_not_followed() {
        // As if the name had been public when it was saved; or in a network that was allowed then, and is not
        // encrypted.
        for (String url : List.of(receiver.url().replace("127.0.0.1", "[::1]"), "http://93.184.215.14/hooks")) {
            String id = webhook(OPENED);
            Database.execute("update webhook set url = ? where id = ?::uuid", url, id);
            probe.publish(TICKETS, event("opened"));
            assertThat(Webhooks.awaitAttempts(id, 1).getList("log.outcome")).isEqualTo(List.of("address_refused"));
            Webhooks.remove(made.removeLast());
        }
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void what_happened_before_is_not_told() {
        Event before = event("opened");
        probe.publish(TICKETS, before);
        String id = webhook(OPENED);
        Event after = event("opened");
        probe.publish(TICKETS, after);
        assertThat(receiver.await(1).getFirst().json().getString("subject")).isEqualTo(after.subject());

        Webhooks.change(id, Map.of("enabled", false)).then().statusCode(200);
        Event meanwhile = event("opened");
        probe.publish(TICKETS, meanwhile);
        Webhooks.change(id, Map.of("enabled", true)).then().statusCode(200);
        Event last = event("opened");
        probe.publish(TICKETS, last);
        receiver.await(2);
        assertThat(receiver.messages())
                .extracting(message -> message.json().getString("subject"))
                .containsExactly(after.subject(), last.subject());
    }

    @Test
    void links_of_customers_open_nothing_and_numbers_stay_as_they_were() {
        webhook("org.helpdesk.survey.invited.v1", "com.example.*");
        Event invited = Contracts.sample("org.helpdesk.survey.invited.v1").again();
        String token = invited.data().get("link").asText().replaceAll(".*/", "");
        probe.publish("helpdesk.feedback", invited);
        Receiver.Message message = receiver.await(1).getFirst();
        assertThat(message.body()).doesNotContain(token);
        assertThat(message.json().getString("data.link")).endsWith("/redacted");

        probe.publish(
                "helpdesk.integration",
                Contracts.sample(OPENED)
                        .again()
                        .with("type", "com.example.paid")
                        .with("source", "/shop")
                        .withData("number", new BigDecimal("12345678901234567890.12")));
        assertThat(receiver.await(2).getLast().body()).contains("\"number\":12345678901234567890.12");
    }

    private static void redeliver(String id, String delivery) {
        as("admin")
                .post(Webhooks.PATH + "/{id}/deliveries/{delivery}/redeliveries", id, delivery)
                .then()
                .statusCode(202);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pourHeaders(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = "a".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(piece);
            }
        } catch (IOException enough) {
            // The other side has had enough.
        }
    }

    private String webhook(String... events) {
        String id = Webhooks.made(receiver.url(), events).getString("id");
        made.add(id);
        return id;
    }

    private static Event event(String what) {
        UUID ticket = UUID.randomUUID();
        return Contracts.sample("org.helpdesk.ticket." + what + ".v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket);
    }
}
