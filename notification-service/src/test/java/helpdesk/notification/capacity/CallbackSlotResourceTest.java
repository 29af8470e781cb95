package helpdesk.notification.capacity;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static helpdesk.notification.Callbacks.slots;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackSlotResourceTest {

    private static final String SLOTS = "/api/v1/callback-slots";

    @Test
    void the_slots_of_a_week_from_now_are_listed() {
        String group = group(3);
        Instant before = Instant.now();
        List<Map<String, Object>> items = as("customer")
                .queryParam("group", group)
                .get(SLOTS)
                .then()
                .extract()
                .path("items");

        assertThat(items).hasSize(7 * 48);
        assertThat(items).allSatisfy(item -> {
            Instant start = Instant.parse((String) item.get("start"));
            assertThat(start).isAfter(before).isBefore(before.plus(Duration.ofDays(8)));
            assertThat(Duration.between(start, Instant.parse((String) item.get("end"))))
                    .isEqualTo(Duration.ofMinutes(30));
            assertThat(item).containsEntry("remaining", 3).doesNotContainKeys("localStart", "localEnd");
        });
    }

    @Test
    void without_a_group_the_slots_of_support_are_listed() {
        as("integration").get(SLOTS).then().statusCode(200).body("items", not(hasSize(0)));
    }

    @Test
    void with_a_time_zone_slots_also_tell_its_time() {
        Map<String, String> first = as("agent")
                .queryParam("timeZone", "Asia/Kathmandu")
                .get(SLOTS)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");

        assertThat(first.get("localStart")).endsWith("+05:45");
        assertThat(OffsetDateTime.parse(first.get("localStart")).toInstant())
                .isEqualTo(Instant.parse(first.get("start")));
        assertThat(OffsetDateTime.parse(first.get("localEnd")).toInstant()).isEqualTo(Instant.parse(first.get("end")));
    }

    @Test
    void a_span_that_is_over_has_no_slots() {
        as("agent")
                .queryParam("from", "2020-01-01T00:00:00Z")
                .queryParam("to", "2020-01-20T00:00:00Z")
                .get(SLOTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void full_slots_are_listed_with_nothing_remaining() {
        String group = group(1);
        Instant slot = slots(group).getFirst();
        book(booking(group, slot)).statusCode(201);

        remaining(group, slot, slot.plusSeconds(3600), 0, 1);
    }

    @Test
    void after_a_change_of_the_slot_length_what_is_booked_still_counts() {
        String group = group(2);
        Instant booked = slots(group).get(1);
        book(booking(group, booked)).statusCode(201);
        as("supervisor")
                .header("If-Match", "*")
                .body(plan(1, 20))
                .put("/api/v1/capacity-plans/{group}", group)
                .then()
                .statusCode(200);
        Instant hour = Instant.ofEpochSecond(booked.getEpochSecond() / 3600 * 3600);

        // 20-minute slots; the booking covers either the first or the second half of its hour.
        if (booked.equals(hour)) {
            remaining(group, hour, hour.plusSeconds(3600), 0, 0, 1);
        } else {
            remaining(group, hour, hour.plusSeconds(3600), 1, 0, 0);
        }
        book(booking(group, hour.plusSeconds(1200))).statusCode(409).body("code", equalTo("slot-full"));
    }

    @Test
    void a_plan_for_nobody_has_no_room() {
        String group = group(0);
        Instant slot = slots(group).getFirst();

        as("agent").queryParam("group", group).get(SLOTS).then().body("items.remaining", everyItem(is(0)));
        book(booking(group, slot)).statusCode(409).body("alternatives", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "to, 2020-13-01T00:00:00Z",
        "to, 2020-01-01T00:00:00Z",
        "from, 9999-01-01T00:00:00Z",
        "from, +999999999-01-01T00:00:00Z",
        "group, nobody",
        "timeZone, Mars/Olympus"
    })
    void a_bad_parameter_is_refused_by_name(String name, String value) {
        as("agent")
                .queryParam(name, value)
                .get(SLOTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.pointer", contains("?" + name));
    }

    @Test
    void at_most_31_days_are_listed_at_once() {
        Instant from = Instant.now();
        as("agent")
                .queryParam("from", from.toString())
                .queryParam("to", from.plus(Duration.ofDays(31)).toString())
                .get(SLOTS)
                .then()
                .statusCode(200)
                .body("next", nullValue());
        as("agent")
                .queryParam("from", from.toString())
                .queryParam("to", from.plus(Duration.ofDays(31).plusSeconds(1)).toString())
                .get(SLOTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?to"));
    }

    @Test
    void without_a_token_nothing_is_listed() {
        given().get(SLOTS).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private static void remaining(String group, Instant from, Instant to, Integer... expected) {
        as("agent")
                .queryParam("group", group)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get(SLOTS)
                .then()
                .statusCode(200)
                .body("items.remaining", contains(expected));
    }
}
