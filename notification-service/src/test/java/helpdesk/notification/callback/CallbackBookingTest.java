package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.book;
import static helpdesk.notification.Callbacks.booking;
import static helpdesk.notification.Callbacks.cancel;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.slots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many at the same moment, over real connections. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackBookingTest {

    @Test
    void of_50_who_want_the_same_slot_for_2_exactly_2_get_it() throws Exception {
        String group = group(2);
        Instant slot = slots(group).getFirst();
        Map<String, Object> booking = booking(group, slot);

        Map<Integer, Long> answers = atOnce(50, () -> book(booking).extract().statusCode());

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

        Map<Integer, Long> answers = atOnce(20, () -> cancel(id).extract().statusCode());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 19L));
        book(booking(group, slot)).statusCode(201);
        book(booking(group, slot)).statusCode(409);
    }

    private static Map<Integer, Long> atOnce(int callers, Callable<Integer> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    int status = call.call();
                    // A machine that is too busy says so and changes nothing; a caller that is told to tries again.
                    while (status == 503) {
                        status = call.call();
                    }
                    return status;
                }));
            }
            start.countDown();
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                codes.add(answer.get());
            }
            return codes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }
}
