package helpdesk.notification.privacy;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.list;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ErasureTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String TICKETS = "helpdesk.ticket";
    private static final String RECEIPT = "org.helpdesk.personal-data.erased.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final Somebody person = Somebody.fresh();
    private final Somebody neighbour = Somebody.fresh();
    private final UUID ticket = UUID.randomUUID();

    @Inject
    Mentions mentions;

    @Inject
    ErasedSubjects erasedSubjects;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void nothing_is_left_of_what_somebody_was_told() {
        UUID unknown = UUID.randomUUID();
        UUID neighbours = UUID.randomUUID();
        probe.publish(CUSTOMERS, person.profile("created", 1));
        probe.publish(CUSTOMERS, neighbour.profile("created", 1));
        probe.publish(TICKETS, person.opened(ticket));
        probe.publish(TICKETS, Somebody.sideConversation(ticket, "About " + person.name()));
        probe.publish(
                TICKETS,
                Somebody.ofTicket("ticket.notice-asked", ticket)
                        .withData("customerId", person.customerId())
                        .withData("about", "About " + person.name()));
        probe.publish(TICKETS, person.opened(unknown).withData("customerId", null));
        probe.publish(TICKETS, Somebody.sideConversation(unknown, "About " + person.name()));
        probe.publish(TICKETS, neighbour.opened(neighbours));
        probe.publish(TICKETS, Somebody.sideConversation(neighbours, "About " + neighbour.name()));
        Event broken =
                person.callbackAsked(ticket, UUID.randomUUID(), "support").withData("phone", "none");
        probe.publish(TICKETS, broken);
        awaitOfTicket(ticket, 4);
        awaitOfTicket(unknown, 2);
        Database.execute("""
                insert into dead_recipient (id, version, recipient, status, since)
                values (gen_random_uuid(), 0, ?, '5.1.1', now())""", person.email());
        Database.execute(
                "insert into unsubscribed_address (recipient, purpose, at) values (?, 'surveys', now())",
                person.email());
        awaitOfTicket(neighbours, 2);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tablesThatMention(person))
                .anyMatch(found -> found.contains("table=dead_letter"))
                .anyMatch(found -> found.contains("table=known_customer"))
                .anyMatch(found -> found.contains("table=message")));

        Event receipt = erase(1);

        Contracts.assertFits(receipt);
        assertThat(receipt.data().get("service").asText()).isEqualTo("notification-service");
        assertThat(receipt.data().get("erased").get("messages").asInt()).isEqualTo(6);
        assertThat(receipt.data().get("erased").get("profiles").asInt()).isOne();
        assertNothingIsLeft();
        assertThat(Database.count("dead_recipient where recipient = ?", person.email()))
                .isZero();
        assertThat(Database.count("unsubscribed_address where recipient = ?", person.email()))
                .isZero();
        assertThat(ofTicket(ticket)).isEmpty();
        assertThat(ofTicket(unknown)).isEmpty();
        assertThat(Database.count("known_ticket where id in (?, ?)", ticket, unknown))
                .isZero();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> erasedSubjects.among(List.of(ticket, unknown, neighbours))))
                .containsExactlyInAnyOrder(ticket, unknown);
        assertThat(ofTicket(neighbours)).hasSize(2);
        assertThat(list("customerId", neighbour.customerId().toString())).hasSize(1);
        assertThat(tablesThatMention(neighbour)).anyMatch(found -> found.contains("table=known_customer"));
    }

    @Test
    void callbacks_end_give_their_place_back_and_tell_nothing_of_whom() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String named = booked(slots.get(0), group, person, "customerId", person.customerId());
        String reached = booked(slots.get(1), group, person, "language", "en");
        attempt(reached, "busy").statusCode(201);
        UUID wish = UUID.randomUUID();
        probe.publish(TICKETS, person.callbackAsked(ticket, wish, group));
        awaitOneOfTicket(ticket);
        String ofTicket = booked(slots.get(3), group, neighbour, "ticketId", ticket);
        attempt(ofTicket, "answered").statusCode(201);
        String kept = booked(slots.get(4), group, neighbour, "customerId", neighbour.customerId());
        assertThat(tablesThatMention(person))
                .anyMatch(found -> found.contains("table=callback"))
                .anyMatch(found -> found.contains("table=idempotency_record"))
                .anyMatch(found -> found.contains("table=message"));

        Event receipt = erase(1);

        assertThat(receipt.data().get("erased").get("callbacks").asInt()).isEqualTo(4);
        assertNothingIsLeft();
        for (String id : List.of(named, reached, wish.toString())) {
            assertThat(callback(id).getString("status")).isEqualTo("cancelled");
            assertThat(callback(id).getString("phone")).isEqualTo("[erased]");
            assertThat(callback(id).getString("dueAt")).isNull();
            assertThat(probe.of(id)).noneMatch(event -> event.type().equals("org.helpdesk.callback.cancelled.v1"));
        }
        assertThat(callback(reached).getList("attempts.outcome")).isEqualTo(List.of("busy"));
        assertThat(callback(ofTicket).getString("status")).isEqualTo("completed");
        assertThat(callback(ofTicket).getString("name")).isEqualTo("[erased]");
        assertThat(callback(kept).getString("name")).isEqualTo(neighbour.name());
        assertThat(callback(kept).getString("status")).isEqualTo("scheduled");
        assertThat(Database.count("callback_slot where group_name = ? and booked > 0", group))
                .as("those of the neighbour: one was made, one is open")
                .isEqualTo(2);
        booked(slots.get(0), group, neighbour, "language", "en");

        assertThat(erase(2).data().get("erased").get("callbacks").asInt()).isZero();
        assertThat(callback(named).getString("name")).isEqualTo("[erased]");
    }

    @Test
    void nothing_comes_back_and_a_second_round_finds_what_was_under_way() {
        UUID unknown = UUID.randomUUID();
        UUID named = UUID.randomUUID();
        UUID asked = UUID.randomUUID();
        UUID wish = UUID.randomUUID();
        probe.publish(CUSTOMERS, person.profile("created", 1));
        probe.publish(TICKETS, person.opened(ticket));
        awaitOneOfTicket(ticket);
        erase(1);
        assertNothingIsLeft();
        // Whose ticket it is comes later than what others are asked about it.
        probe.publish(TICKETS, Somebody.sideConversation(asked, "About " + person.name()));
        awaitOneOfTicket(asked);

        probe.publish(CUSTOMERS, person.profile("changed", 7));
        probe.publish(CUSTOMERS, person.identified(UUID.randomUUID()));
        probe.publish(
                CUSTOMERS,
                neighbour
                        .profile("created", 1)
                        .with("subject", person.customerId().toString()));
        probe.publish(TICKETS, person.opened(ticket));
        probe.publish(TICKETS, person.opened(ticket).withData("customerId", null));
        probe.publish(TICKETS, Somebody.sideConversation(ticket, "About " + person.name()));
        probe.publish(TICKETS, person.callbackAsked(ticket, wish, "support"));
        // With the same key, so that they are handled in this order.
        String key = ticket.toString();
        probe.publish(TICKETS, person.opened(asked).with("subject", key));
        probe.publish(TICKETS, person.opened(named).with("subject", key));
        probe.publish(
                TICKETS,
                Somebody.sideConversation(named, "About " + person.name()).with("subject", key));
        probe.publish(
                TICKETS, person.opened(unknown).withData("customerId", null).with("subject", key));
        awaitOneOfTicket(unknown);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Database.count("known_customer where id = ?", neighbour.customerId()) == 1);
        assertThat(ofTicket(ticket)).isEmpty();
        assertThat(ofTicket(named)).isEmpty();
        assertThat(Database.count("callback where id = ?", wish)).isZero();
        assertThat(Database.count("known_customer where id = ?", person.customerId()))
                .isZero();

        assertThat(erase(2).data().get("erased").get("messages").asInt()).isEqualTo(2);
        assertNothingIsLeft();
        assertThat(erase(3).data().get("erased").get("messages").asInt()).isZero();
    }

    @Test
    void whoever_was_forgotten_is_unknown_to_who_books() {
        probe.publish(TICKETS, person.opened(ticket));
        awaitOneOfTicket(ticket);
        erase(1);
        String group = group(1);
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put("customerId", person.customerId());
        book(booking).statusCode(422).body("code", equalTo("unknown-customer"));
        booking.put("customerId", null);
        booking.put("ticketId", ticket);
        book(booking).statusCode(422).body("code", equalTo("unknown-ticket"));
    }

    @Test
    void what_is_of_merged_profiles_is_erased_too() {
        UUID duplicate = UUID.randomUUID();
        probe.publish(
                TICKETS,
                person.opened(ticket)
                        .withData("customerId", duplicate)
                        .withData("requester", Map.of("name", person.name())));
        awaitOneOfTicket(ticket);
        probe.publish(CUSTOMERS, Somebody.merged(duplicate, person.customerId(), 4));
        Awaitility.await().atMost(PATIENCE).until(() -> person.customerId()
                .toString()
                .equals(ofTicket(ticket).getFirst().get("customerId")));

        erase(1);

        assertNothingIsLeft();
        assertThat(ofTicket(ticket)).isEmpty();
    }

    @Test
    void a_second_try_knows_whose_tickets_they_were() {
        // Of an unknown customer, without a message to them: nothing but the number says whose it is.
        UUID wish = UUID.randomUUID();
        probe.publish(TICKETS, person.callbackAsked(ticket, wish, group(0)).withData("customerId", null));
        probe.publish(TICKETS, Somebody.sideConversation(ticket, "About " + person.name()));
        awaitOneOfTicket(ticket);
        Awaitility.await().atMost(PATIENCE).until(() -> Database.count("callback where id = ?", wish) == 1);
        refuseToDeleteMessages();
        try {
            probe.publish(CUSTOMERS, person.erasureRequested(1));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() ->
                            Database.count("erasure_task where request_id = ? and failures > 0", person.requestId())
                                    == 1);
            assertThat(callback(wish.toString()).getString("phone")).isEqualTo("[erased]");
        } finally {
            Database.execute("drop trigger refuse on message");
        }

        Event receipt = probe.await(RECEIPT, person.requestId());

        assertThat(receipt.data().get("erased").get("messages").asInt()).isOne();
        assertNothingIsLeft();
        assertThat(Database.count("known_ticket where id = ?", ticket)).isZero();
    }

    private void refuseToDeleteMessages() {
        Database.execute("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin raise exception 'this row is damaged'; end $$""");
        Database.execute(
                "create trigger refuse before delete on message for each row when (old.ticket_id = '%s') execute function refuse()"
                        .formatted(ticket));
    }

    private Event erase(int round) {
        probe.publish(CUSTOMERS, person.erasureRequested(round));
        return probe.await(event -> RECEIPT.equals(event.type())
                && person.requestId().toString().equals(event.subject())
                && event.data().get("round").asInt() == round);
    }

    private void assertNothingIsLeft() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(tablesThatMention(person))
                .isEmpty());
    }

    /** The topics still have what was told before; who owns the request clears them. */
    private List<String> tablesThatMention(Somebody somebody) {
        return mentions.everywhere(somebody.terms()).stream()
                .filter(found -> found.contains("topic=null"))
                .toList();
    }

    private static String booked(Instant slot, String group, Somebody whom, String field, Object value) {
        Map<String, Object> booking = whom.booking(booking(group, slot));
        booking.put(field, value);
        return as("agent")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(booking)
                .post("/api/v1/callbacks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath callback(String id) {
        return as("agent")
                .get("/api/v1/callbacks/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
