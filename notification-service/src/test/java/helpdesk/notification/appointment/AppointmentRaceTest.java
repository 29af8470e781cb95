package helpdesk.notification.appointment;

import static helpdesk.notification.Appointments.PATH;
import static helpdesk.notification.Appointments.agentWithCalendar;
import static helpdesk.notification.Appointments.book;
import static helpdesk.notification.Appointments.booking;
import static helpdesk.notification.Appointments.inHours;
import static helpdesk.notification.Callbacks.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No agent is in two places at a time, however many ask. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AppointmentRaceTest {

    private static final String HOLDS = "/api/v1/appointment-holds";

    private final String token = Tokens.of("agent");
    private final Instant start = inHours(48);

    @TestHTTPResource(PATH)
    URI appointments;

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void of_50_who_want_the_same_window_one_gets_it() throws Exception {
        UUID agent = UUID.randomUUID();

        assertThat(atOnce(i -> booking(agent, start))).isEqualTo(Map.of(201, 1L, 409, 49L));
    }

    @Test
    void of_50_who_want_windows_that_overlap_one_gets_it() throws Exception {
        UUID agent = agentWithCalendar();

        // Each overlaps all others: they begin within an hour, and last one.
        assertThat(atOnce(i -> booking(agent, start.plusSeconds(i * 60L)))).isEqualTo(Map.of(201, 1L, 409, 49L));
    }

    @Test
    void who_comes_too_late_is_told_the_nearest_free_windows() {
        UUID agent = agentWithCalendar();
        book(booking(agent, start)).statusCode(201);

        book(booking(agent, start.plusSeconds(600)))
                .statusCode(409)
                .body("code", equalTo("agent-busy"))
                .body("errors.pointer", contains("/windowStart"))
                .body(
                        "alternatives.start",
                        contains(
                                start.plusSeconds(3600).toString(),
                                start.minusSeconds(3600).toString()))
                .body("alternatives.end", contains(start.plusSeconds(7200).toString(), start.toString()));
    }

    @Test
    void windows_that_touch_do_not_overlap() {
        UUID agent = UUID.randomUUID();
        book(booking(agent, start)).statusCode(201);
        book(booking(agent, start.plusSeconds(3600))).statusCode(201);
        book(booking(agent, start.minusSeconds(3600))).statusCode(201);
        book(booking(agent, start.minusSeconds(1))).statusCode(409);
    }

    @Test
    void a_hold_keeps_the_window_for_its_appointment() {
        UUID agent = UUID.randomUUID();
        String hold = hold(agent, start)
                .statusCode(201)
                .body("expiresAt", notNullValue())
                .extract()
                .path("id");
        as("agent").get(HOLDS + "/" + hold).then().statusCode(200).body("agentId", equalTo(agent.toString()));

        hold(agent, start).statusCode(409).body("alternatives", hasSize(2));
        book(booking(agent, start)).statusCode(409);
        Map<String, Object> other = booking(agent, start.plusSeconds(7200));
        other.put("holdId", hold);
        book(other).statusCode(400).body("errors.pointer", contains("/holdId"));
        Map<String, Object> confirmed = booking(agent, start);
        confirmed.put("holdId", hold);
        book(confirmed).statusCode(201);

        as("agent").get(HOLDS + "/" + hold).then().statusCode(404).body("code", equalTo("appointment-hold-not-found"));
        book(confirmed).statusCode(409);
    }

    @Test
    void a_hold_whose_five_minutes_are_over_blocks_nobody() {
        UUID agent = UUID.randomUUID();
        String hold = hold(agent, start).statusCode(201).extract().path("id");
        clock.move(Duration.ofMinutes(5).plusSeconds(1));

        Map<String, Object> late = booking(agent, start.plusSeconds(60));
        late.put("holdId", hold);
        book(late).statusCode(201);
        as("agent").get(HOLDS + "/" + hold).then().statusCode(404);
    }

    private static ValidatableResponse hold(UUID agent, Instant start) {
        return as("agent")
                .body(Map.of(
                        "agentId",
                        agent,
                        "windowStart",
                        start.toString(),
                        "windowEnd",
                        start.plusSeconds(3600).toString()))
                .post(HOLDS)
                .then();
    }

    /** How often each status was answered to 50 at the same moment, each with a connection of its own. */
    private Map<Integer, Long> atOnce(Function<Integer, Map<String, Object>> bookings) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(50)) {
            List<Future<Integer>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit((Callable<Integer>) () -> {
                        HttpRequest request = request(bookings.apply(i));
                        begin.await();
                        return status(client, request);
                    }))
                    .toList();
            begin.countDown();
            for (Future<Integer> answer : answers) {
                answer.get();
            }
            return answers.stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }

    private HttpRequest request(Map<String, Object> booking) throws JsonProcessingException {
        return HttpRequest.newBuilder(appointments)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new ObjectMapper().writeValueAsString(booking)))
                .build();
    }

    /** A machine that is too busy says so and changes nothing; a caller that is told so tries again. */
    private static int status(HttpClient client, HttpRequest request) throws Exception {
        int status;
        do {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } while (status == 503);
        return status;
    }
}
