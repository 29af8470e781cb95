package helpdesk.notification.tickets;

import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class SideConversationEventsTest {

    private static final String TICKETS = "helpdesk.ticket";

    private final EventProbe probe = EventProbe.on("helpdesk.notification", "helpdesk.ticket.dlq");
    private final UUID ticket = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_third_party_is_told_who_asks_about_what_and_where_to_answer() {
        probe.publish(TICKETS, written());

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "side_conversation")
                .containsEntry("channel", "email")
                .containsEntry("to", "desk@parcel.example.com")
                .containsEntry("language", "en")
                .containsEntry("subject", "Daniel Brandt asks you about: Where is parcel 77120?")
                .doesNotContainKey("customerId");
        assertThat((String) message.get("body"))
                .startsWith("Hello Parcel service,")
                .contains("Daniel Brandt (Service agent)", "http://localhost:8080/api/v1/side-conversations/token");
        Event delivered = probe.await(
                "org.helpdesk.message.delivered.v1", message.get("id").toString());
        Contracts.assertFits(delivered);
        assertThat(delivered.data().get("kind").asText()).isEqualTo("side_conversation");
        assertThat(delivered.data().has("customerId")).isFalse();
    }

    @Test
    void each_event_leads_to_one_message() {
        Event first = written();
        for (int i = 0; i < 10; i++) {
            probe.publish(TICKETS, first);
        }
        probe.publish(TICKETS, written());

        awaitOfTicket(ticket, 2);
        assertThat(ofTicket(ticket)).hasSize(2);
    }

    @Test
    void a_third_party_is_not_taken_for_the_customer_whenever_that_becomes_known() {
        UUID customer = UUID.randomUUID();
        probe.publish(
                "helpdesk.customer",
                of("org.helpdesk.customer.created.v1", customer)
                        .withData("customerId", customer)
                        .withData("preferredName", "Ammy"));
        probe.publish(
                TICKETS,
                of("org.helpdesk.ticket.opened.v1", ticket)
                        .withData("ticketId", ticket)
                        .withData("customerId", customer)
                        .withData("language", "de"));
        awaitOneOfTicket(ticket);
        probe.publish(TICKETS, written());
        awaitOfTicket(ticket, 2);
        probe.publish(
                "helpdesk.customer",
                of("org.helpdesk.customer.identified.v1", customer)
                        .withData("customerId", customer)
                        .withData("ticketId", ticket));
        UUID last = UUID.randomUUID();
        probe.publish(
                "helpdesk.customer",
                of("org.helpdesk.customer.identified.v1", customer)
                        .withData("customerId", customer)
                        .withData("ticketId", last));
        probe.publish(
                TICKETS,
                of("org.helpdesk.ticket.opened.v1", last)
                        .withData("ticketId", last)
                        .withData("customerId", null));
        awaitOneOfTicket(last);
        Awaitility.await().until(() -> customer.toString()
                .equals(ofTicket(last).getFirst().get("customerId")));

        assertThat(ofTicket(ticket).getFirst())
                .containsEntry("kind", "side_conversation")
                .containsEntry("language", "en")
                .doesNotContainKey("customerId")
                .extractingByKey("body")
                .asString()
                .startsWith("Hello Parcel service,");
        assertThat(list("customerId", customer.toString()))
                .extracting(message -> message.get("kind"))
                .containsOnly("acknowledgement");
    }

    @Test
    void an_author_without_a_title_is_told_by_name() {
        Event written = written();
        ((ObjectNode) written.data()).remove("authorTitle");
        probe.publish(TICKETS, written);

        assertThat((String) awaitOneOfTicket(ticket).get("body")).contains("Daniel Brandt from our service team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.merged", "ticket.unmerged", "presence.changed"})
    void nothing_is_told_of_merges_and_presence(String kind) {
        Event event = of("org.helpdesk." + kind + ".v1", ticket).withData("ticketId", ticket);
        probe.publish(TICKETS, event);
        probe.publish(TICKETS, written());

        assertThat(awaitOneOfTicket(ticket)).containsEntry("kind", "side_conversation");
        assertThat(ofTicket(ticket)).hasSize(1);
        assertThat(probe.of(ticket)).isEmpty();
    }

    /** With the ticket as its key, so that it is handled after what was published of the ticket before. */
    private Event written() {
        return of("org.helpdesk.side-conversation.written.v1", ticket).withData("ticketId", ticket);
    }

    private static Event of(String type, UUID subject) {
        return Contracts.sample(type).again().with("subject", subject.toString());
    }
}
