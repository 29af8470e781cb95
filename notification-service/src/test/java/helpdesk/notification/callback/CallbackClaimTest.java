package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booked;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static helpdesk.notification.Callbacks.slots;
import static helpdesk.notification.Callbacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people do not call the same customer. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackClaimTest {

    private final UUID account = UUID.randomUUID();
    private final String agent = Tokens.of(account, "agent");

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void who_takes_it_on_calls_and_nobody_else() {
        String id = due(booked());

        claim(agent, id)
                .statusCode(201)
                .body("status", equalTo("queued"))
                .body("claim.by", equalTo("account:" + account))
                .body("claim.until", notNullValue());

        claim(Tokens.of("agent"), id)
                .statusCode(409)
                .body("code", equalTo("callback-claimed"))
                .body("claimedUntil", notNullValue());
        attempt(Tokens.of("agent"), id, "busy").statusCode(409).body("code", equalTo("callback-claimed"));
        claim(agent, id).statusCode(201);
        attempt(agent, id, "busy")
                .statusCode(201)
                .body("callback.status", equalTo("no_answer"))
                .body("callback.claim", nullValue());
    }

    @Test
    void a_supervisor_may_call_nevertheless() {
        String id = due(booked());
        claim(agent, id).statusCode(201);

        attempt(Tokens.of("supervisor"), id, "answered").statusCode(201).body("callback.status", equalTo("completed"));
    }

    @Test
    void after_15_minutes_without_a_call_it_is_due_for_everybody_again() {
        String id = due(booked());
        claim(agent, id).statusCode(201);
        assertThat(listed("scheduled", true)).doesNotContain(id);
        assertThat(listed("scheduled", false)).doesNotContain(id);
        assertThat(listed("queued", false)).contains(id);
        assertThat(listed("queued,scheduled", false)).contains(id);

        clock.move(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(listed("scheduled", true)).contains(id);
        assertThat(listed("queued", false)).doesNotContain(id);
        as("agent").get("/api/v1/callbacks/{id}", id).then().body("status", equalTo("scheduled"));
        claim(Tokens.of("agent"), id).statusCode(201);
        attempt(agent, id, "busy").statusCode(409);
    }

    @Test
    void what_is_not_due_or_over_is_not_taken_on() {
        String id = booked();
        claim(agent, id)
                .statusCode(409)
                .body("code", equalTo("callback-not-due"))
                .body("dueAt", notNullValue());
        attempt(agent, id, "answered").statusCode(201);
        claim(agent, id).statusCode(409).body("code", equalTo("transition-not-allowed"));
        with(Tokens.of("customer"))
                .post("/api/v1/callbacks/{id}/claims", id)
                .then()
                .statusCode(403);
        claim(agent, UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void of_20_at_once_one_wins() throws Exception {
        String id = due(booked());
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> Tokens.of("agent"))
                    .map(token ->
                            threads.submit(() -> claim(token, id).extract().statusCode()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses)
                    .containsOnlyOnce(201)
                    .filteredOn(status -> status == 409)
                    .hasSize(19);
        }
    }

    @Test
    void who_was_promised_an_earlier_end_comes_first() {
        String slow = group(1);
        String fast = UUID.randomUUID().toString();
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan(1, 10))
                .put("/api/v1/capacity-plans/{group}", fast)
                .then()
                .statusCode(201);
        UUID customer = UUID.randomUUID();
        Instant start = slots(slow).getFirst();
        String late = bookFor(customer, slow, start);
        String early = bookFor(customer, fast, start);
        String earliest = bookFor(customer, fast, start.minusSeconds(600));
        clock.move(Duration.between(clock.instant(), start).plusSeconds(1));

        List<String> first = as("agent")
                .queryParam("status", "scheduled")
                .queryParam("due", "now")
                .queryParam("customerId", customer)
                .queryParam("limit", 2)
                .get("/api/v1/callbacks")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(first).containsExactly(earliest, early);
        String next = as("agent")
                .queryParam("status", "scheduled")
                .queryParam("due", "now")
                .queryParam("customerId", customer)
                .queryParam("limit", 2)
                .get("/api/v1/callbacks")
                .then()
                .extract()
                .path("next");
        as("agent")
                .queryParam("status", "scheduled")
                .queryParam("due", "now")
                .queryParam("customerId", customer)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get("/api/v1/callbacks")
                .then()
                .body("items.id", equalTo(List.of(late)))
                .body("next", nullValue());
    }

    @Test
    void the_plan_says_how_often_and_after_what_pause_somebody_calls() {
        String group = UUID.randomUUID().toString();
        Map<String, Object> plan = new HashMap<>(plan(1, 30));
        plan.put("retryMinutes", 5);
        plan.put("mostAttempts", 2);
        plan.put("reminderMinutes", 0);
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan)
                .put("/api/v1/capacity-plans/{group}", group)
                .then()
                .statusCode(201)
                .body("retryMinutes", equalTo(5))
                .body("mostAttempts", equalTo(2))
                .body("reminderMinutes", equalTo(0));
        String id = book(booking(group, slots(group).getFirst())).extract().path("id");

        Instant before = clock.instant();
        ValidatableResponse first = attempt(agent, id, "busy").statusCode(201);
        assertThat(Instant.parse(first.extract().path("callback.dueAt")))
                .isBetween(before.plusSeconds(300), clock.instant().plusSeconds(300));
        attempt(agent, id, "busy").statusCode(201).body("callback.status", equalTo("exhausted"));
    }

    private String due(String id) {
        String start =
                as("agent").get("/api/v1/callbacks/{id}", id).then().extract().path("slotStart");
        clock.move(Duration.between(clock.instant(), Instant.parse(start)).plusSeconds(1));
        return id;
    }

    private static String bookFor(UUID customer, String group, Instant start) {
        Map<String, Object> booking = booking(group, start);
        booking.put("customerId", customer);
        return book(booking).statusCode(201).extract().path("id");
    }

    /** All pages: the tests of the module share one database. */
    private static List<String> listed(String status, boolean due) {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request =
                    as("agent").queryParam("status", status).queryParam("limit", 100);
            if (due) {
                request.queryParam("due", "now");
            }
            if (next != null) {
                request.queryParam("after", next);
            }
            ExtractableResponse<?> page =
                    request.get("/api/v1/callbacks").then().statusCode(200).extract();
            List<String> found = page.path("items.id");
            ids.addAll(found);
            next = page.path("next");
        } while (next != null);
        return ids;
    }

    private static ValidatableResponse claim(String token, String id) {
        return with(token).post("/api/v1/callbacks/{id}/claims", id).then();
    }

    private static ValidatableResponse attempt(String token, String id, String outcome) {
        return with(token)
                .body(Map.of("outcome", outcome))
                .post("/api/v1/callbacks/{id}/attempts", id)
                .then();
    }
}
