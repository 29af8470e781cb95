package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at the same moment, each with a connection of its own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackBookingTest {

    private final String token = Tokens.of("agent");

    @TestHTTPResource("/api/v1/callbacks")
    URI callbacks;

    @Test
    void of_50_who_want_the_same_slot_for_2_exactly_2_get_it() throws Exception {
        String group = group(2);
        Instant slot = slots(group).getFirst();

        Map<Integer, Long> answers = atOnce(50, callbacks, json(booking(group, slot)));

        assertThat(answers).isEqualTo(Map.of(201, 2L, 409, 48L));
        as("agent")
                .queryParam("group", group)
                .queryParam("from", slot.toString())
                .get("/api/v1/callback-slots")
                .then()
                .body("items[0].remaining", equalTo(0));
    }

    @Test
    void of_200_who_want_20_places_20_get_one_and_the_others_are_told_the_nearest_free_times() throws Exception {
        String group = group(20);
        List<Instant> slots = slots(group);

        List<HttpResponse<String>> answers = answersAtOnce(200, callbacks, json(booking(group, slots.get(2))));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(20);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .hasSize(180)
                .allSatisfy(answer -> {
                    JsonPath problem = JsonPath.from(answer.body());
                    List<String> nearest = problem.getList("nearest.start");
                    List<Integer> free = problem.getList("nearest.remaining");
                    assertThat(nearest)
                            .hasSize(5)
                            .contains(slots.get(1).toString(), slots.get(3).toString());
                    assertThat(free).allSatisfy(places -> assertThat(places).isPositive());
                });
    }

    @Test
    void holds_bookings_and_cancellations_at_once_never_take_more_than_there_is() throws Exception {
        String group = group(3);
        Instant slot = slots(group).getFirst();
        String booked = book(booking(group, slot)).statusCode(201).extract().path("id");
        URI holds = callbacks.resolve("callback-holds");
        String hold = json(Map.of("slotStart", slot.toString(), "group", group));
        try (ExecutorService kinds = Executors.newFixedThreadPool(3)) {
            Future<Map<Integer, Long>> held = kinds.submit(() -> atOnce(20, holds, hold));
            Future<Map<Integer, Long>> bookings = kinds.submit(() -> atOnce(20, callbacks, json(booking(group, slot))));
            Future<Map<Integer, Long>> cancelled =
                    kinds.submit(() -> atOnce(5, URI.create(callbacks + "/" + booked + "/cancellation"), ""));

            assertThat(cancelled.get()).isEqualTo(Map.of(201, 1L, 409, 4L));
            long taken = held.get().getOrDefault(201, 0L) + bookings.get().getOrDefault(201, 0L);
            // The place that was called off is taken again, unless it came back after all others had asked.
            assertThat(taken).isBetween(2L, 3L);
        }
        assertThat(book(booking(group, slot)).extract().statusCode()).isIn(201, 409);
        book(booking(group, slot)).statusCode(409);
    }

    @Test
    void of_20_who_cancel_the_same_callback_one_does() throws Exception {
        String group = group(2);
        Instant slot = slots(group).getFirst();
        String id = book(booking(group, slot)).statusCode(201).extract().path("id");
        book(booking(group, slot)).statusCode(201);

        Map<Integer, Long> answers = atOnce(20, URI.create(callbacks + "/" + id + "/cancellation"), "");

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 19L));
        book(booking(group, slot)).statusCode(201);
        book(booking(group, slot)).statusCode(409);
    }

    /** How often each status was answered. */
    private Map<Integer, Long> atOnce(int callers, URI address, String body) throws Exception {
        return answersAtOnce(callers, address, body).stream()
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    }

    private List<HttpResponse<String>> answersAtOnce(int callers, URI address, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        CountDownLatch start = new CountDownLatch(1);
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            Callable<HttpResponse<String>> caller = () -> {
                start.await();
                return send(client, request);
            };
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit(caller))
                    .toList();
            start.countDown();
            for (Future<HttpResponse<String>> answer : answers) {
                answer.get();
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    /** A machine that is too busy says so and changes nothing; a caller that is told so tries again. */
    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<String> answer;
        do {
            answer = client.send(request, BodyHandlers.ofString());
        } while (answer.statusCode() == 503);
        return answer;
    }

    private static String json(Map<String, Object> body) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(body);
    }
}
