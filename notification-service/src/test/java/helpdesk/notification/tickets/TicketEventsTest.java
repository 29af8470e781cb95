package helpdesk.notification.tickets;

import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketEventsTest {

    private static final String TOPIC = "helpdesk.ticket";
    private static final String OPENED = "org.helpdesk.ticket.opened.v1";
    private static final String COMMENTED = "org.helpdesk.ticket.commented.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.notification", "helpdesk.ticket.dlq");
    private final UUID ticket = UUID.randomUUID();

    @Inject
    CustomerLinks links;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_request_is_acknowledged_to_the_mail_address_in_its_language() {
        probe.publish(TOPIC, opened().withData("language", "de-AT"));

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "acknowledgement")
                .containsEntry("channel", "email")
                .containsEntry("to", "amara.okafor@example.com")
                .containsEntry("language", "de")
                .containsEntry("subject", "HD-1042: Ihre Anfrage ist angekommen")
                .containsEntry("state", "kept")
                .containsEntry("ticketId", ticket.toString())
                .containsKeys("id", "createdAt", "attempts")
                .doesNotContainKey("customerId");
        String body = (String) message.get("body");
        assertThat(body).startsWith("Guten Tag Amara Okafor,");
        assertThat(links.open("request", tokenIn(body))).isEqualTo(ticket);
    }

    @Test
    void what_was_delivered_is_told_as_a_consequence_of_the_ticket() {
        Event opened = opened();
        probe.publish(TOPIC, opened);
        String id = (String) awaitOneOfTicket(ticket).get("id");

        Event delivered = probe.await("org.helpdesk.message.delivered.v1", id);

        Contracts.assertFits(delivered);
        assertThat(delivered.attributes())
                .containsEntry("causationid", opened.id())
                .containsEntry("correlationid", opened.attributes().get("correlationid"))
                .containsEntry("traceparent", opened.attributes().get("traceparent"))
                .containsEntry("actor", "system:notification-service.tickets");
        assertThat(delivered.data().get("kind").asText()).isEqualTo("acknowledgement");
        assertThat(delivered.data().get("transport").asText()).isEqualTo("kept");
        assertThat(delivered.data().get("ticketId").asText()).isEqualTo(ticket.toString());
    }

    @Test
    void who_has_no_mail_address_gets_a_text_message() {
        probe.publish(TOPIC, opened().withData("requester", Map.of("name", "Amara Okafor", "phone", "+447700900142")));

        assertThat(awaitOneOfTicket(ticket)).containsEntry("channel", "sms").containsEntry("to", "+447700900142");
    }

    @Test
    void who_is_known_by_a_handle_only_finds_it_at_the_ticket() {
        probe.publish(
                TOPIC,
                opened().withData(
                                "requester",
                                Map.of("name", "Amara", "handle", Map.of("network", "x", "handle", "amara"))));

        assertThat(awaitOneOfTicket(ticket)).containsEntry("channel", "in_app").containsEntry("to", ticket.toString());
    }

    @Test
    void an_unknown_customer_finds_it_inside_and_in_english() {
        UUID customer = UUID.randomUUID();
        Event opened = opened().withData("customerId", customer).withData("requester", Map.of());
        ((ObjectNode) opened.data()).remove("language");
        probe.publish(TOPIC, opened);

        assertThat(awaitOneOfTicket(ticket))
                .containsEntry("channel", "in_app")
                .containsEntry("to", customer.toString())
                .containsEntry("customerId", customer.toString())
                .containsEntry("language", "en")
                .extractingByKey("body")
                .asString()
                .startsWith("Hello,\n");
    }

    @Test
    void a_follow_up_says_that_we_heard() {
        probe.publish(TOPIC, opened().withData("source", "follow_up"));

        assertThat(awaitOneOfTicket(ticket))
                .containsEntry("kind", "acknowledgement")
                .containsEntry("subject", "HD-1042: thank you for your honest answer");
    }

    @Test
    void a_request_that_is_to_win_a_customer_back_is_not_acknowledged_but_answers_are_told() {
        UUID customer = UUID.randomUUID();
        UUID lapse = UUID.randomUUID();
        probe.publish(TOPIC, opened().withData("customerId", customer).withData("winBackOf", lapse));
        probe.publish(
                TOPIC,
                of("org.helpdesk.side-conversation.written.v1")
                        .withData("subject", "Is their newspaper still brought?"));
        probe.publish(TOPIC, of(COMMENTED).withData("customerId", null).withData("winBackOf", lapse));

        assertThat(awaitOfTicket(ticket, 2))
                .extracting(message -> message.get("kind"))
                .containsExactly("reply", "side_conversation");
        // Whose it is, was in what opened it.
        assertThat(ofTicket(ticket).getFirst()).containsEntry("customerId", customer.toString());
    }

    @Test
    void an_agents_public_reply_is_told_with_name_and_title_but_without_its_text() {
        Event commented = of(COMMENTED);
        probe.publish(TOPIC, commented);

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "reply")
                .containsEntry("to", "amara.okafor@example.com")
                .containsEntry("customerId", commented.data().get("customerId").asText())
                .containsEntry("subject", "HD-1042: Daniel Brandt has answered you");
        String body = (String) message.get("body");
        assertThat(body).contains("Daniel Brandt (Customer Care Agent) has answered your request HD-1042");
        assertThat(links.open("request", tokenIn(body))).isEqualTo(ticket);
    }

    @ParameterizedTest
    @CsvSource({"internal, agent", "public, customer", "public, system"})
    void other_comments_are_not_told(String visibility, String author) {
        probe.publish(
                TOPIC,
                of(COMMENTED)
                        .withData("visibility", visibility)
                        .withData("author", Map.of("kind", author, "name", "Somebody")));
        probe.publish(TOPIC, opened());

        assertThat(awaitOfTicket(ticket, 1))
                .extracting(message -> message.get("kind"))
                .containsExactly("acknowledgement");
    }

    @Test
    void an_event_that_comes_20_times_leads_to_one_message() {
        Event opened = opened();
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, opened);
        }
        probe.publish(TOPIC, of(COMMENTED));

        awaitOfTicket(ticket, 2);
        assertThat(ofTicket(ticket))
                .extracting(message -> message.get("kind"))
                .containsExactly("reply", "acknowledgement");
    }

    @Test
    void many_at_once_lead_to_a_message_and_an_event_each() {
        List<UUID> tickets = Stream.generate(UUID::randomUUID).limit(100).toList();
        String address = ticket + "@example.org";
        for (UUID id : tickets) {
            probe.publish(
                    TOPIC,
                    opened().with("subject", id.toString())
                            .withData("ticketId", id)
                            .withData("requester", Map.of("email", address)));
        }

        List<Map<String, Object>> messages = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> list("to", address), found -> found.size() == tickets.size());
        Set<Object> untold = messages.stream().map(message -> message.get("id")).collect(Collectors.toSet());
        probe.await(event -> {
            untold.remove(event.subject());
            return untold.isEmpty();
        });
    }

    @Test
    void types_that_are_of_no_concern_or_of_tomorrow_are_passed_over() {
        probe.publish(TOPIC, of("org.helpdesk.ticket.escalated.v1"));
        probe.publish(TOPIC, opened().with("type", "org.helpdesk.ticket.sung-about.v1"));
        probe.publish(TOPIC, opened().withData("aNewField", List.of(1, 2)));

        assertThat(awaitOneOfTicket(ticket)).containsEntry("kind", "acknowledgement");
    }

    @Test
    void a_record_that_cannot_be_read_is_set_aside_and_the_next_is_handled() {
        String key = ticket.toString();
        probe.publish(new ProducerRecord<>(TOPIC, key, "{".getBytes(StandardCharsets.UTF_8)));
        probe.publish(TOPIC, opened().with("type", "com.example.stray.v1"));
        probe.publish(TOPIC, opened().withData("number", null));
        probe.publish(TOPIC, opened());

        assertThat(awaitOneOfTicket(ticket)).containsEntry("kind", "acknowledgement");
        Awaitility.await().until(() -> probe.await(event -> key.equals(event.key())) != null);
        assertThat(ofTicket(ticket)).hasSize(1);
    }

    private Event opened() {
        return of(OPENED);
    }

    private Event of(String type) {
        return Contracts.sample(type).again().with("subject", ticket.toString()).withData("ticketId", ticket);
    }

    private static String tokenIn(String body) {
        String path = "/api/v1/requests/";
        return body.lines()
                .filter(line -> line.contains(path))
                .map(line -> line.substring(line.indexOf(path) + path.length()))
                .findFirst()
                .orElseThrow();
    }
}
