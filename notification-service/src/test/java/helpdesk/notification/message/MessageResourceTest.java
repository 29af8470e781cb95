package helpdesk.notification.message;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.notification.Callbacks;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class MessageResourceTest {

    private static final String MESSAGES = "/api/v1/messages";

    @Test
    void a_booked_callback_is_confirmed_at_once() {
        UUID customer = UUID.randomUUID();
        confirm(customer, "de-CH");

        String id = as("agent")
                .queryParam("customerId", customer)
                .get(MESSAGES)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("callback_confirmation"))
                .body("items[0].channel", equalTo("sms"))
                .body("items[0].to", equalTo("+447700900142"))
                .body("items[0].language", equalTo("de"))
                .body("items[0].state", equalTo("kept"))
                .body(
                        "items[0].body",
                        allOf(containsString("Guten Tag Amara Okafor,"), containsString("Europe/London")))
                .body("items[0].attempts", hasSize(1))
                .body("items[0].attempts[0].transport", equalTo("kept"))
                .body("items[0].attempts[0].outcome", equalTo("delivered"))
                .extract()
                .path("items[0].id");

        as("supervisor")
                .get(MESSAGES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("customerId", equalTo(customer.toString()));
        try (EventProbe probe = EventProbe.on("helpdesk.notification")) {
            Contracts.assertFits(probe.await("org.helpdesk.message.delivered.v1", id));
        }
    }

    @Test
    void a_booking_that_is_refused_is_not_confirmed() {
        String group = group(0);
        UUID customer = UUID.randomUUID();
        Map<String, Object> booking = booking(group, slots(group).getFirst());
        booking.put("customerId", customer);
        Callbacks.book(booking).statusCode(409);

        as("agent").queryParam("customerId", customer).get(MESSAGES).then().body("items", hasSize(0));
    }

    @Test
    void the_newest_comes_first_page_by_page() {
        UUID customer = UUID.randomUUID();
        List.of("en", "fr", "es").forEach(language -> confirm(customer, language));

        String next = as("agent")
                .queryParam("customerId", customer)
                .queryParam("limit", 2)
                .get(MESSAGES)
                .then()
                .body("items.language", contains("es", "fr"))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        as("agent")
                .queryParam("customerId", customer)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get(MESSAGES)
                .then()
                .body("items.language", contains("en"))
                .body("next", nullValue());
        as("agent")
                .queryParam("after", next)
                .get(MESSAGES)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void filters_are_combined() {
        UUID customer = UUID.randomUUID();
        confirm(customer, "en");

        for (String kind : List.of("callback_confirmation", "reply,callback_confirmation")) {
            as("agent")
                    .queryParam("customerId", customer)
                    .queryParam("to", "+44 7700 900142")
                    .queryParam("kind", kind)
                    .queryParam("ticketId", "")
                    .get(MESSAGES)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
        }
        as("agent")
                .queryParam("customerId", customer)
                .queryParam("kind", "reply")
                .get(MESSAGES)
                .then()
                .body("items", hasSize(0));
        as("agent")
                .queryParam("customerId", customer)
                .queryParam("to", "Somebody@Example.org")
                .get(MESSAGES)
                .then()
                .body("items", hasSize(0));
        as("agent").get(MESSAGES).then().statusCode(200).body("items", not(hasSize(0)));
    }

    @ParameterizedTest
    @CsvSource({"customerId, 17", "ticketId, x", "kind, letter"})
    void a_bad_parameter_is_refused_by_name(String name, String value) {
        as("agent")
                .queryParam(name, value)
                .get(MESSAGES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "many"})
    void a_bad_limit_is_refused(String limit) {
        as("agent")
                .queryParam("limit", limit)
                .get(MESSAGES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?limit"));
    }

    @Test
    void who_may_not_is_refused() {
        given().get(MESSAGES).then().statusCode(401);
        as("customer").get(MESSAGES).then().statusCode(403);
        as("integration").get(MESSAGES + "/" + UUID.randomUUID()).then().statusCode(403);
        as("agent")
                .get(MESSAGES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("message-not-found"));
    }

    private static void confirm(UUID customer, String language) {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        Map<String, Object> booking = booking(group, slot);
        booking.put("customerId", customer);
        booking.put("language", language);
        Callbacks.book(booking).statusCode(201);
    }
}
