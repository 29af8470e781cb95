package helpdesk.notification.tickets;

import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule has somebody told something. */
@QuarkusTest
@WithTestResource(RealParts.class)
class NoticeEventsTest {

    private static final String TICKETS = "helpdesk.ticket";
    private static final String ASKED = "org.helpdesk.ticket.notice-asked.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void each_who_is_told_gets_a_message_of_their_own_and_once() {
        UUID customer = UUID.randomUUID();
        UUID withoutAddress = UUID.randomUUID();
        Event asked = asked().withData("customerId", customer)
                .withData(
                        "recipients",
                        List.of(
                                Map.of("kind", "requester", "name", "Amara Okafor", "email", "amara@example.org"),
                                Map.of("kind", "agent", "agentId", UUID.randomUUID(), "email", "daniel@example.com"),
                                Map.of("kind", "agent", "agentId", withoutAddress, "name", "Without address"),
                                Map.of("kind", "address", "email", "boss@example.com")));
        probe.publish(TICKETS, asked);
        probe.publish(TICKETS, asked);

        awaitOfTicket(ticket, 4);
        probe.publish(TICKETS, asked());
        List<Map<String, Object>> messages = awaitOfTicket(ticket, 6);

        assertThat(messages).hasSize(6);
        assertThat(messages.subList(2, 6))
                .extracting(message -> message.get("kind") + " " + message.get("to"))
                .containsExactlyInAnyOrder(
                        "notice amara@example.org",
                        "staff_notice daniel@example.com",
                        "staff_notice " + withoutAddress,
                        "staff_notice boss@example.com");
        Map<String, Object> own = messages.stream()
                .filter(message -> message.get("kind").equals("notice") && message.containsKey("customerId"))
                .filter(message -> message.get("customerId").equals(customer.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(own)
                .containsEntry("subject", "HD-1042 is with a senior colleague")
                .containsEntry("body", "Somebody more experienced looks into your order now.\nYou hear from us today.");
        Event delivered =
                probe.await("org.helpdesk.message.delivered.v1", own.get("id").toString());
        Contracts.assertFits(delivered);
        assertThat(delivered.data().get("kind").asText()).isEqualTo("notice");
        assertThat(messages)
                .filteredOn(message -> message.get("kind").equals("staff_notice"))
                .allSatisfy(message -> assertThat(message).doesNotContainKey("customerId"));
    }

    private Event asked() {
        return Contracts.sample(ASKED)
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket);
    }
}
