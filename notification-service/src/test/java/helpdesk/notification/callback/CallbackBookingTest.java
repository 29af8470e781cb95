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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
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
            Callable<Integer> caller = () -> {
                start.await();
                return status(client, request);
            };
            List<Future<Integer>> answers = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit(caller))
                    .toList();
            start.countDown();
            for (Future<Integer> answer : answers) {
                answer.get();
            }
            return answers.stream()
                    .map(Future::resultNow)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }

    /** A machine that is too busy says so and changes nothing; a caller that is told so tries again. */
    private static int status(HttpClient client, HttpRequest request) throws Exception {
        int status;
        do {
            status = client.send(request, BodyHandlers.discarding()).statusCode();
        } while (status == 503);
        return status;
    }

    private static String json(Map<String, Object> body) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(body);
    }
}
