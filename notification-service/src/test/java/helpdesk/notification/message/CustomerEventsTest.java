package helpdesk.notification.message;

import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String TICKETS = "helpdesk.ticket";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID customer = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();

    @Inject
    KnownCustomers customers;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_customer_of_whom_only_the_id_is_told_is_reached_and_greeted_by_the_profile() {
        probe.publish(
                CUSTOMERS,
                profile("created", 1)
                        .withData("preferredName", "Ama")
                        .withData("emails", List.of("Ama@Example.org", "other@example.org"))
                        .withData("languages", List.of("kk", "ru")));
        awaitProfile(1);
        probe.publish(TICKETS, openedFor(customer));

        assertThat(awaitOneOfTicket(ticket))
                .containsEntry("channel", "email")
                .containsEntry("to", "ama@example.org")
                .containsEntry("language", "kk")
                .containsEntry("customerId", customer.toString())
                .extractingByKey("body")
                .asString()
                .startsWith("Сәлеметсіз бе, Ama!");
    }

    @Test
    void a_customer_without_mail_address_is_reached_by_phone() {
        probe.publish(CUSTOMERS, profile("created", 1).withData("emails", List.of()));
        awaitProfile(1);
        probe.publish(TICKETS, openedFor(customer));

        assertThat(awaitOneOfTicket(ticket)).containsEntry("channel", "sms").containsEntry("to", "+447700900142");
    }

    @Test
    void the_newest_profile_stands_whatever_the_order() {
        probe.publish(CUSTOMERS, profile("changed", 7).withData("emails", List.of("new@example.org")));
        probe.publish(CUSTOMERS, profile("created", 1).withData("emails", List.of("old@example.org")));
        probe.publish(CUSTOMERS, profile("changed", 3).withData("emails", List.of("older@example.org")));
        awaitProfile(7);
        probe.publish(CUSTOMERS, profile("changed", 5).withData("emails", List.of("late@example.org")));
        UUID next = UUID.randomUUID();
        probe.publish(CUSTOMERS, profile("created", 1, next));
        awaitProfile(1, next);
        probe.publish(TICKETS, openedFor(customer));

        assertThat(awaitOneOfTicket(ticket)).containsEntry("to", "new@example.org");
    }

    @Test
    void messages_written_before_the_customer_was_known_become_the_customers() {
        probe.publish(TICKETS, openedFor(null));
        assertThat(awaitOneOfTicket(ticket)).doesNotContainKey("customerId").containsEntry("version", 0);

        probe.publish(CUSTOMERS, identified());

        Awaitility.await().until(() -> ofTicket(ticket).getFirst().get("customerId") != null);
        assertThat(ofTicket(ticket).getFirst())
                .containsEntry("customerId", customer.toString())
                .containsEntry("version", 1);
        assertThat(list("customerId", customer.toString())).hasSize(1);
    }

    @Test
    void messages_written_after_the_customer_was_known_are_the_customers() {
        UUID other = UUID.randomUUID();
        probe.publish(
                TICKETS,
                openedFor(null).again().with("subject", other.toString()).withData("ticketId", other));
        awaitOneOfTicket(other);
        probe.publish(CUSTOMERS, identified());
        probe.publish(CUSTOMERS, identified().withData("ticketId", other));
        // Both identifications have the customer's key, so that the first is handled when the second is.
        Awaitility.await().until(() -> ofTicket(other).getFirst().get("customerId") != null);

        probe.publish(TICKETS, openedFor(null));

        Map<String, Object> message = awaitOneOfTicket(ticket);
        assertThat(message).containsEntry("customerId", customer.toString());
        Event delivered = probe.await("org.helpdesk.message.delivered.v1", message.get("id"));
        assertThat(delivered.data().get("customerId").asText()).isEqualTo(customer.toString());
    }

    @Test
    void whoever_comes_first_every_message_becomes_its_customers() {
        List<UUID> tickets = Stream.generate(UUID::randomUUID).limit(100).toList();
        for (int i = 0; i < tickets.size(); i++) {
            UUID id = tickets.get(i);
            Event opened = openedFor(null).with("subject", id.toString()).withData("ticketId", id);
            Event identified = identified().withData("ticketId", id);
            probe.publish(i % 2 == 0 ? TICKETS : CUSTOMERS, i % 2 == 0 ? opened : identified);
            probe.publish(i % 2 == 0 ? CUSTOMERS : TICKETS, i % 2 == 0 ? identified : opened);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> list("customerId", customer.toString()).size() == tickets.size());
    }

    private void awaitProfile(long sequence) {
        awaitProfile(sequence, customer);
    }

    private void awaitProfile(long sequence, UUID id) {
        Awaitility.await()
                .until(() -> QuarkusTransaction.requiringNew()
                                        .call(() -> customers.find(List.of(id)))
                                        .get(id)
                                instanceof KnownCustomer known
                        && known.sequence() == sequence);
    }

    private Event profile(String what, long sequence) {
        return profile(what, sequence, customer);
    }

    private static Event profile(String what, long sequence, UUID id) {
        return Contracts.sample("org.helpdesk.customer." + what + ".v1")
                .again()
                .with("subject", id.toString())
                .with("sequence", Long.toString(sequence))
                .withData("customerId", id);
    }

    private Event identified() {
        return Contracts.sample("org.helpdesk.customer.identified.v1")
                .again()
                .with("subject", customer.toString())
                .withData("customerId", customer)
                .withData("ticketId", ticket);
    }

    /** The ticket of a customer of whom nothing else is told, or of somebody unknown with a mail address. */
    private Event openedFor(UUID owner) {
        Event opened = Contracts.sample("org.helpdesk.ticket.opened.v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket);
        if (owner == null) {
            return opened;
        }
        Event owned = opened.withData("customerId", owner).withData("requester", Map.of());
        ((ObjectNode) owned.data()).remove("language");
        return owned;
    }
}
