package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackListResourceTest {

    private static final String CALLBACKS = "/api/v1/callbacks";

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void the_list_is_filtered_and_paged_in_the_order_of_the_slots() {
        String group = group(1);
        List<Instant> slots = slots(group);
        UUID ticket = UUID.randomUUID();
        for (int i : List.of(2, 0, 1)) {
            Map<String, Object> booking = booking(group, slots.get(i));
            booking.put("ticketId", ticket);
            book(booking).statusCode(201);
        }

        String next = as("agent")
                .queryParam("ticketId", ticket)
                .queryParam("limit", 2)
                .get(CALLBACKS)
                .then()
                .statusCode(200)
                .header("Link", allOf(startsWith("<"), endsWith("rel=\"next\"")))
                .body(
                        "items.slotStart",
                        contains(slots.get(0).toString(), slots.get(1).toString()))
                .extract()
                .path("next");
        as("agent")
                .queryParam("ticketId", ticket)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get(CALLBACKS)
                .then()
                .body("items.slotStart", contains(slots.get(2).toString()))
                .body("next", nullValue());
        as("agent")
                .queryParam("ticketId", UUID.randomUUID())
                .queryParam("after", next)
                .get(CALLBACKS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        as("agent")
                .queryParam("ticketId", ticket)
                .queryParam("status", "completed,cancelled")
                .get(CALLBACKS)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void those_due_now_are_listed() {
        UUID customer = UUID.randomUUID();
        String group = group(1);
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put("customerId", customer);
        String id = book(booking).statusCode(201).extract().path("id");
        due(customer, not(hasItem(id)));

        clock.move(Duration.between(Instant.now(), slotStart(id)).plusSeconds(30));
        due(customer, hasItem(id));
        attempt(id, "busy").statusCode(201);
        due(customer, not(hasItem(id)));
        clock.move(Duration.ofMinutes(15));
        due(customer, hasItem(id));
        attempt(id, "answered").statusCode(201);
        due(customer, not(hasItem(id)));
    }

    @ParameterizedTest
    @CsvSource({"status, late", "due, tomorrow", "ticketId, 17", "customerId, x"})
    void a_bad_parameter_is_refused_by_name(String name, String value) {
        as("agent")
                .queryParam(name, value)
                .get(CALLBACKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?" + name));
    }

    private static void due(UUID customer, Matcher<?> matcher) {
        as("agent")
                .queryParam("customerId", customer)
                .queryParam("status", "scheduled,no_answer")
                .queryParam("due", "now")
                .get(CALLBACKS)
                .then()
                .statusCode(200)
                .body("items.id", matcher);
    }

    private static Instant slotStart(String id) {
        return Instant.parse(
                as("agent").get(CALLBACKS + "/" + id).then().extract().path("slotStart"));
    }
}
