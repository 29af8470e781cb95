package helpdesk.notification.booking;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.message.MessagesOverHttp.ofTicket;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.notification.customers.Person;
import helpdesk.platform.persistence.Ids;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs do with a link to book a callback. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BookingLinkResourceTest {

    private static final String LINK = "/api/v1/callback-links/{token}";
    private static final String CALLBACK = LINK + "/callback";

    @Inject
    MovableClock clock;

    @Inject
    LinkErasure erasure;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_link_shows_what_is_known_and_the_free_times_in_the_customers_zone() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        String token = Links.token(
                group, Map.of("name", "Amara Okafor", "phone", "+44 7700 900142", "timeZone", "Asia/Kolkata"));

        read(token)
                .statusCode(200)
                .body("name", equalTo("Amara Okafor"))
                .body("phone", equalTo("+447700900142"))
                .body("group", equalTo(group))
                .body("timeZone", equalTo("Asia/Kolkata"))
                .body("callback", nullValue())
                .body("slots[1].start", equalTo(slot.toString()))
                .body("slots[1].localStart", endsWith("+05:30"));
        book(booking(group, slot)).statusCode(201);
        List<String> free = read(token).extract().path("slots.start");
        assertThat(free).doesNotContain(slot.toString());
    }

    @Test
    void by_the_link_a_callback_is_booked_moved_and_called_off() {
        String group = group(1);
        List<Instant> slots = slots(group);
        UUID ticket = Ids.next();
        String token = Links.token(
                group, Map.of("name", "Amara", "phone", "+447700900142", "language", "de", "ticketId", ticket));

        byLink(token, slots.get(0))
                .statusCode(201)
                .body("status", equalTo("scheduled"))
                .body("slotStart", equalTo(slots.get(0).toString()))
                .body("name", equalTo("Amara"))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("attempts", nullValue());
        byLink(token, slots.get(0)).statusCode(201).body("version", equalTo(0));
        byLink(token, slots.get(1)).statusCode(409).body("code", equalTo("callback-booked"));
        read(token).body("callback.reason", equalTo("My parcel"));

        patch(token, 0, Map.of("slotStart", slots.get(2).toString()))
                .statusCode(200)
                .body("slotStart", equalTo(slots.get(2).toString()));
        patch(token, 0, Map.of("slotStart", slots.get(3).toString())).statusCode(412);
        given().post(CALLBACK + "/cancellation", token).then().statusCode(201).body("status", equalTo("cancelled"));
        given().post(CALLBACK + "/cancellation", token).then().statusCode(409);
        book(booking(group, slots.get(2))).statusCode(201);

        assertThat(ofTicket(ticket))
                .extracting(message -> message.get("kind"))
                .containsExactlyInAnyOrder("callback_confirmation", "callback_moved");
        byLink(token, slots.get(4)).statusCode(201);
    }

    @Test
    void the_link_in_a_message_leads_to_the_callback_it_tells_of() {
        String group = group(2);
        List<Instant> slots = slots(group);
        UUID ticket = Ids.next();
        Map<String, Object> booking = booking(group, slots.get(0));
        booking.put("ticketId", ticket);
        String id = book(booking).statusCode(201).extract().path("id");
        String page = Links.page(ofTicket(ticket).getFirst().get("body").toString());
        String token = page.substring(page.lastIndexOf('/') + 1);

        read(token)
                .statusCode(200)
                .body("callback.slotStart", equalTo(slots.get(0).toString()));
        given().post(CALLBACK + "/cancellation", token).then().statusCode(201);
        as("agent").get("/api/v1/callbacks/{id}", id).then().body("status", equalTo("cancelled"));

        byLink(token, slots.get(1)).statusCode(201);
        byLink(token, slots.get(1)).statusCode(201);
        read(token).body("callback.slotStart", equalTo(slots.get(1).toString()));
        as("agent")
                .queryParam("ticketId", ticket)
                .get("/api/v1/callbacks")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void a_double_submit_books_once() throws Exception {
        String group = group(10);
        UUID ticket = Ids.next();
        Instant slot = slots(group).getFirst();
        String token = Links.token(group, Map.of("name", "Amara", "phone", "+447700900142", "ticketId", ticket));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(i ->
                            threads.submit(() -> byLink(token, slot).extract().statusCode()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201);
        }
        as("agent")
                .queryParam("ticketId", ticket)
                .get("/api/v1/callbacks")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void what_the_link_does_not_know_is_needed() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        String token = Links.token(group, Map.of());
        byLink(token, slot).statusCode(400).body("errors.pointer", contains("/name"));
        given().contentType(ContentType.JSON)
                .body(Map.of("slotStart", slot.toString(), "name", "Amara", "phone", "0", "reason", " "))
                .post(CALLBACK, token)
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "slotStart", slot.toString(), "name", "Amara", "phone", "+447700900142", "reason", "Parcel"))
                .post(CALLBACK, token)
                .then()
                .statusCode(201)
                .body("timeZone", equalTo("Etc/UTC"));
        patch(Links.token(group, Map.of()), 0, Map.of("name", "B"))
                .statusCode(404)
                .body("code", equalTo("callback-not-found"));
    }

    @Test
    void a_link_that_was_changed_or_is_over_opens_nothing() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        String token = Links.token(group, Map.of("name", "Amara", "phone", "+447700900142", "expiresInHours", 1));
        String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        read(changed).statusCode(404).body("code", equalTo("not-found"));
        byLink(changed, slot).statusCode(404);

        clock.move(Duration.ofMinutes(61));
        read(token).statusCode(410).body("code", equalTo("link-expired"));
        byLink(token, slots(group).get(3)).statusCode(410);
        given().post(CALLBACK + "/cancellation", token).then().statusCode(410);
    }

    @Test
    void links_are_made_by_staff_and_integrations_for_groups_that_call() {
        as("customer").body(Map.of()).post("/api/v1/callback-links").then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/callback-links")
                .then()
                .statusCode(401);
        as("agent")
                .body(Map.of("group", "nobody"))
                .post("/api/v1/callback-links")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-such-group"));
        as("agent")
                .body(Map.of("phone", "12"))
                .post("/api/v1/callback-links")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/phone"));
        as("agent")
                .body(Map.of("colour", "blue"))
                .post("/api/v1/callback-links")
                .then()
                .statusCode(400);
        as("agent")
                .body(Map.of())
                .post("/api/v1/callback-links")
                .then()
                .statusCode(201)
                .header("Location", containsString("/c/"));
    }

    @Test
    void the_link_of_somebody_who_is_forgotten_leads_nowhere() {
        UUID customer = Ids.next();
        String token = Links.token(group(1), Map.of("customerId", customer, "name", "Amara"));
        read(token).statusCode(200);

        assertThat(erasure.erase(new Person(Set.of(customer), List.of(), Set.of())))
                .isOne();

        read(token).statusCode(404);
    }

    private static ValidatableResponse read(String token) {
        return given().get(LINK, token).then();
    }

    private static ValidatableResponse byLink(String token, Instant slot) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("slotStart", slot.toString(), "reason", "My parcel", "timeZone", "Europe/Berlin"))
                .post(CALLBACK, token)
                .then();
    }

    private static ValidatableResponse patch(String token, int version, Map<String, Object> changes) {
        return given().contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(changes)
                .patch(CALLBACK, token)
                .then();
    }
}
