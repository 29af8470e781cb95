package helpdesk.notification.privacy;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class MergedCustomersTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String TICKETS = "helpdesk.ticket";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final Somebody duplicate = Somebody.fresh();
    private final Somebody survivor = Somebody.fresh();
    private final UUID ticket = UUID.randomUUID();

    @Inject
    KnownCustomers customers;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void what_is_of_a_merged_profile_is_of_the_other_until_the_merge_is_taken_back() {
        probe.publish(TICKETS, duplicate.opened(ticket));
        awaitOneOfTicket(ticket);
        String callback = booked(duplicate.customerId());

        probe.publish(CUSTOMERS, Somebody.merged(duplicate.customerId(), survivor.customerId(), 4));

        awaitOwner(ticket, survivor);
        assertThat(callbacksOf(survivor)).containsExactly(callback);
        assertThat(callbacksOf(duplicate))
                .as("asking for the merged profile gives what the other has")
                .containsExactly(callback);
        assertThat(list("customerId", duplicate.customerId().toString())).hasSize(2);
        // Whose the ticket is, went along.
        probe.publish(TICKETS, duplicate.opened(ticket).withData("customerId", null));
        awaitOfTicket(ticket, 2);
        awaitOwner(ticket, survivor);

        probe.publish(CUSTOMERS, duplicate.unmerged(survivor.customerId(), 5));

        awaitOwner(ticket, duplicate);
        assertThat(ofTicket(ticket)).hasSize(2);
        assertThat(callbacksOf(survivor)).isEmpty();
        assertThat(callbacksOf(duplicate)).containsExactly(callback);
        assertThat(profileName(duplicate)).isEqualTo(duplicate.name());
    }

    @Test
    void news_of_merges_count_in_their_order_whenever_they_come() {
        probe.publish(TICKETS, duplicate.opened(ticket));
        awaitOneOfTicket(ticket);

        probe.publish(CUSTOMERS, duplicate.unmerged(survivor.customerId(), 5));
        probe.publish(CUSTOMERS, Somebody.merged(duplicate.customerId(), survivor.customerId(), 4));
        // With the same key, so that it is handled after the others.
        Somebody last = Somebody.fresh();
        probe.publish(
                CUSTOMERS,
                last.profile("created", 1)
                        .with("subject", duplicate.customerId().toString()));

        Awaitility.await().atMost(PATIENCE).until(() -> last.name().equals(profileName(last)));
        awaitOwner(ticket, duplicate);
        assertThat(list("customerId", survivor.customerId().toString())).isEmpty();
    }

    @Test
    void what_names_a_merged_profile_afterwards_is_the_others_and_addressed_so() {
        probe.publish(CUSTOMERS, duplicate.profile("created", 1));
        probe.publish(CUSTOMERS, survivor.profile("created", 1));
        Awaitility.await().atMost(PATIENCE).until(() -> survivor.name().equals(profileName(survivor)));
        probe.publish(TICKETS, duplicate.opened(ticket));
        awaitOneOfTicket(ticket);
        UUID identified = UUID.randomUUID();
        probe.publish(TICKETS, duplicate.opened(identified).withData("customerId", null));
        awaitOneOfTicket(identified);
        probe.publish(CUSTOMERS, Somebody.merged(duplicate.customerId(), survivor.customerId(), 4));
        awaitOwner(ticket, survivor);

        UUID later = UUID.randomUUID();
        probe.publish(TICKETS, duplicate.opened(later).withData("requester", Map.of()));
        UUID wish = UUID.randomUUID();
        UUID wished = UUID.randomUUID();
        probe.publish(TICKETS, duplicate.callbackAsked(wished, wish, group(1)).withData("requester", Map.of()));
        probe.publish(CUSTOMERS, duplicate.identified(identified));
        String callback = booked(duplicate.customerId());

        assertThat(awaitOneOfTicket(later))
                .containsEntry("customerId", survivor.customerId().toString())
                .containsEntry("to", survivor.email());
        awaitOwner(identified, survivor);
        awaitOneOfTicket(wished);
        awaitOwner(wished, survivor);
        assertThat(callbacksOf(survivor)).containsExactlyInAnyOrder(callback, wish.toString());
        Event requested = probe.await("org.helpdesk.callback.requested.v1", callback);
        Contracts.assertFits(requested);
        assertThat(requested.data().get("customerId").asText())
                .isEqualTo(survivor.customerId().toString());
        assertThat(as("agent").get("/api/v1/callbacks/{id}", wish).jsonPath().getString("name"))
                .isEqualTo(survivor.name());

        probe.publish(CUSTOMERS, duplicate.unmerged(survivor.customerId(), 5));

        for (UUID theirs : List.of(ticket, later, wished, identified)) {
            awaitOwner(theirs, duplicate);
        }
        assertThat(callbacksOf(survivor)).isEmpty();
        assertThat(callbacksOf(duplicate)).containsExactlyInAnyOrder(callback, wish.toString());
        assertThat(list("customerId", survivor.customerId().toString())).isEmpty();
    }

    @Test
    void chains_of_merges_are_followed_to_their_end() {
        UUID last = UUID.randomUUID();
        probe.publish(TICKETS, duplicate.opened(ticket));
        awaitOneOfTicket(ticket);
        probe.publish(CUSTOMERS, Somebody.merged(survivor.customerId(), last, 4));
        probe.publish(CUSTOMERS, Somebody.merged(duplicate.customerId(), survivor.customerId(), 4));

        Awaitility.await().atMost(PATIENCE).until(() -> last.toString()
                .equals(ofTicket(ticket).getFirst().get("customerId")));
        assertThat(list("customerId", duplicate.customerId().toString())).hasSize(1);
    }

    private static String booked(UUID customer) {
        String group = group(1);
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put("customerId", customer);
        return book(booking).statusCode(201).extract().path("id");
    }

    private String profileName(Somebody somebody) {
        return QuarkusTransaction.requiringNew()
                .call(() -> customers.find(somebody.customerId()))
                .map(known -> known.contact().name())
                .orElse(null);
    }

    private static void awaitOwner(UUID ticket, Somebody owner) {
        Awaitility.await().atMost(PATIENCE).until(() -> ofTicket(ticket).stream()
                .allMatch(message -> owner.customerId().toString().equals(message.get("customerId"))));
    }

    private static List<String> callbacksOf(Somebody owner) {
        return as("agent")
                .queryParam("customerId", owner.customerId())
                .get("/api/v1/callbacks")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
