package helpdesk.notification.delivery;

import static helpdesk.notification.Callbacks.as;

import helpdesk.notification.message.MessagesOverHttp;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Messages that tests have sent: notices of rules. */
final class Notices {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Notices() {}

    /** A mail address of nobody else. */
    static String address() {
        return "amara-" + UUID.randomUUID() + "@example.org";
    }

    /** Has the requester of a ticket told something, and gives the message's id. */
    static String tell(EventProbe probe, Map<String, ?> contact) {
        return tell(probe, "requester", contact);
    }

    /** Has somebody told something, and gives the message's id. */
    static String tell(EventProbe probe, String kind, Map<String, ?> contact) {
        UUID ticket = UUID.randomUUID();
        Map<String, Object> recipient = new HashMap<>(contact);
        recipient.put("kind", kind);
        probe.publish(
                "helpdesk.ticket",
                Contracts.sample("org.helpdesk.ticket.notice-asked.v1")
                        .again()
                        .with("subject", ticket.toString())
                        .withData("ticketId", ticket)
                        .withData("customerId", UUID.randomUUID())
                        .withData("recipients", List.of(recipient)));
        return MessagesOverHttp.awaitOneOfTicket(ticket).get("id").toString();
    }

    /** Has many told something at once, and gives the messages' ids. */
    static List<String> tellAll(EventProbe probe, List<String> addresses) {
        UUID ticket = UUID.randomUUID();
        probe.publish(
                "helpdesk.ticket",
                Contracts.sample("org.helpdesk.ticket.notice-asked.v1")
                        .again()
                        .with("subject", ticket.toString())
                        .withData("ticketId", ticket)
                        .withData(
                                "recipients",
                                addresses.stream()
                                        .map(address -> Map.of("kind", "address", "email", address))
                                        .toList()));
        return MessagesOverHttp.awaitOfTicket(ticket, addresses.size()).stream()
                .map(message -> message.get("id").toString())
                .toList();
    }

    /** Has a mail sent. */
    static String tell(EventProbe probe, String address) {
        return tell(probe, Map.of("email", address));
    }

    static JsonPath read(String id) {
        return as("agent")
                .get("/api/v1/messages/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until the message stands so. */
    static JsonPath await(String id, String state) {
        return await(id, message -> message.getString("state").equals(state));
    }

    static JsonPath await(String id, Predicate<JsonPath> fits) {
        return Awaitility.await().atMost(PATIENCE).until(() -> read(id), fits);
    }

    static List<String> outcomes(JsonPath message) {
        return message.getList("attempts.outcome");
    }
}
