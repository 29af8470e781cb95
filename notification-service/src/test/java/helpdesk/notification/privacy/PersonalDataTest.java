package helpdesk.notification.privacy;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.notification.webhook.Webhooks;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PersonalDataTest {

    private static final String PATH = "/api/v1/services/notification-service/personal-data/{id}";

    @Test
    void the_archive_has_all_that_is_held_on_somebody_and_nothing_of_others() throws IOException {
        Somebody somebody = Somebody.fresh();
        Somebody other = Somebody.fresh();
        UUID ticket = UUID.randomUUID();
        UUID otherTicket = UUID.randomUUID();
        String webhook = Webhooks.made("http://127.0.0.1:9/hooks", "org.helpdesk.ticket.opened.v1")
                .getString("id");
        try (EventProbe probe = EventProbe.on()) {
            probe.publish("helpdesk.customer", somebody.profile("created", 1));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> as("agent")
                                    .header("If-Match", "*")
                                    .body(Map.of("quietHours", Map.of("from", "22:05", "to", "09:10")))
                                    .put("/api/v1/message-preferences/{id}", somebody.customerId())
                                    .statusCode()
                            == 200);
            probe.publish("helpdesk.ticket", somebody.opened(ticket));
            probe.publish("helpdesk.ticket", Somebody.sideConversation(ticket, "Where is it?"));
            probe.publish("helpdesk.ticket", other.opened(otherTicket));
            awaitOfTicket(ticket, 2);
            awaitOneOfTicket(otherTicket);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Webhooks.deliveries(webhook).size() >= 2);
            String group = group(1);
            Map<String, Object> booking =
                    somebody.booking(booking(group, slots(group).getFirst()));
            booking.put("customerId", somebody.customerId());
            String callback = book(booking).statusCode(201).extract().path("id");
            attempt(callback, "busy").statusCode(201);
            mail(somebody, "It flickers.");
            mail(other, "It burns.");

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            archive(somebody.customerId()).keySet())
                    .containsExactlyInAnyOrder(
                            "profiles.json",
                            "message-preferences.json",
                            "tickets.json",
                            "messages.json",
                            "messages-to-others.json",
                            "mails.json",
                            "callbacks.json",
                            "webhook-deliveries.json"));
        } finally {
            Webhooks.remove(webhook);
        }

        Map<String, String> archive = archive(somebody.customerId());
        assertThat(archive.get("profiles.json")).contains(somebody.name(), somebody.email(), somebody.phone());
        assertThat(archive.get("message-preferences.json")).contains("22:05", "09:10");
        assertThat(archive.get("tickets.json")).contains(ticket.toString());
        assertThat(archive.get("messages.json"))
                .contains(somebody.email(), "acknowledgement", "callback_confirmation", "delivered")
                .doesNotContain("version", "cause");
        assertThat(archive.get("messages-to-others.json"))
                .contains("Where is it?")
                .doesNotContain("desk@parcel.example.com");
        assertThat(archive.get("callbacks.json")).contains(somebody.phone(), "Write to " + somebody.email(), "busy");
        assertThat(archive.get("mails.json")).contains("It flickers.", somebody.email(), "received");
        assertThat(archive.values()).noneMatch(entry -> entry.contains(other.name()));
        assertThat(archive(UUID.randomUUID())).isEmpty();
    }

    @Test
    void it_is_for_administrators() {
        assertThat(given().get(PATH, UUID.randomUUID()).statusCode()).isEqualTo(401);
        assertThat(read("agent", UUID.randomUUID()).statusCode()).isEqualTo(403);
        assertThat(read("supervisor", UUID.randomUUID()).statusCode()).isEqualTo(403);
    }

    private static void mail(Somebody from, String text) {
        as("admin")
                .contentType("message/rfc822")
                .body(("From: " + from.name() + " <" + from.email() + ">\r\nSubject: Lamp\r\n\r\n" + text)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/mails")
                .then()
                .statusCode(201);
    }

    private static Map<String, String> archive(UUID customer) throws IOException {
        byte[] zip = read("admin", customer)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static Response read(String role, UUID customer) {
        return as(role).get(PATH, customer);
    }
}
