package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.attempt;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.Callbacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether we call when we said that we would. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackPunctualityTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_rate_has_its_interval_and_the_number_it_is_of() {
        String group = group(10);
        Instant slot = slots(group).getFirst();
        List<String> ids = Stream.generate(() ->
                        book(booking(group, slot)).statusCode(201).extract().<String>path("id"))
                .limit(4)
                .toList();
        UUID account = UUID.randomUUID();
        // One too early, one within the time, one in whose time somebody tried, one too late.
        attempt(ids.get(0), "answered").statusCode(201);
        clock.move(Duration.between(clock.instant(), slot).plusSeconds(5));
        answered(account, ids.get(1), "answered");
        answered(account, ids.get(2), "busy");
        clock.move(Duration.ofMinutes(31));
        answered(account, ids.get(2), "answered");
        answered(account, ids.get(3), "answered");

        read(group, "group", slot)
                .body("by", equalTo("group"))
                .body("items", hasSize(1))
                .body("items[0].key", equalTo(group))
                .body("items[0].callbacks", equalTo(4))
                .body("items[0].onTime", equalTo(2))
                .body("items[0].answered", equalTo(4))
                .body("items[0].rate.share", closeTo(0.5, 0.0001))
                .body("items[0].rate.lower", closeTo(0.15004, 0.0001))
                .body("items[0].rate.upper", closeTo(0.84996, 0.0001))
                .body("items[0].rate.n", equalTo(4))
                .body("total.callbacks", equalTo(4));
        read(group, "agent", slot)
                .body("items[0].key", equalTo("account:" + account))
                .body("items[0].callbacks", equalTo(3))
                .body("items[0].rate.n", equalTo(3));
        read(group, "week", slot).body("items", hasSize(1)).body("items[0].callbacks", equalTo(4));
    }

    @Test
    void a_time_that_was_over_when_it_was_moved_stays_broken() {
        String group = group(1);
        List<Instant> slots = slots(group);
        String id = book(booking(group, slots.get(0))).statusCode(201).extract().path("id");
        clock.move(Duration.between(clock.instant(), slots.get(1)).plusSeconds(1));
        as("agent")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body(Map.of("slotStart", slots.get(3).toString()))
                .patch("/api/v1/callbacks/{id}", id)
                .then()
                .statusCode(200);
        clock.move(Duration.between(clock.instant(), slots.get(3)).plusSeconds(1));
        attempt(id, "answered").statusCode(201);

        read(group, "group", slots.get(0)).body("total.callbacks", equalTo(1)).body("total.onTime", equalTo(0));
    }

    @Test
    void where_there_is_nothing_to_count_there_is_no_rate() {
        read(group(1), "group", clock.instant())
                .body("items", empty())
                .body("total.callbacks", equalTo(0))
                .body("total.rate", nullValue());
        assertThat(Proportion.of(0, 0)).isNull();
        assertThat(Proportion.of(0, 5).lower()).isZero();
        assertThat(Proportion.of(5, 5).upper()).isOne();
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        String path = "/api/v1/callback-punctuality";
        as("supervisor").queryParam("by", "moon").get(path).then().statusCode(400);
        as("supervisor").queryParam("by", "group,week").get(path).then().statusCode(400);
        as("supervisor")
                .queryParam("from", "2025-01-01T00:00:00Z")
                .get(path)
                .then()
                .statusCode(400);
        as("supervisor").queryParam("to", "yesterday").get(path).then().statusCode(400);
        as("supervisor")
                .queryParam("to", "-999999999-01-01T00:00:00Z")
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.pointer", contains("?to"));
        as("supervisor")
                .urlEncodingEnabled(false)
                .get(path + "?from=2026-03-29T10:30:00+02:00&to=2026-03-30T10:30:00+02:00")
                .then()
                .statusCode(200);
        as("agent").get(path).then().statusCode(403);
    }

    private ValidatableResponse read(String group, String by, Instant from) {
        return as("supervisor")
                .config(RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .queryParam("group", group)
                .queryParam("by", by)
                .queryParam("from", from.minus(Duration.ofDays(1)).toString())
                .queryParam("to", from.plus(Duration.ofDays(1)).toString())
                .get("/api/v1/callback-punctuality")
                .then()
                .statusCode(200);
    }

    private static void answered(UUID account, String id, String outcome) {
        with(Tokens.of(account, "agent"))
                .body(Map.of("outcome", outcome))
                .post("/api/v1/callbacks/{id}/attempts", id)
                .then()
                .statusCode(201);
    }
}
