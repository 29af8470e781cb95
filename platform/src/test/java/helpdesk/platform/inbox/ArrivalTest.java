package helpdesk.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalTest {

    @Test
    void what_is_there_is_found_with_one_look() {
        AtomicInteger looks = new AtomicInteger();
        assertThat(Arrival.await(() -> Optional.of(looks.incrementAndGet()))).hasValue(1);
    }

    @Test
    void what_comes_a_moment_later_is_found() {
        AtomicInteger looks = new AtomicInteger();
        assertThat(Arrival.await(() -> Optional.of(looks.incrementAndGet()).filter(look -> look == 3)))
                .hasValue(3);
    }

    @Test
    void what_never_comes_is_given_up() {
        AtomicInteger looks = new AtomicInteger();
        assertThat(Arrival.await(() -> {
                    looks.incrementAndGet();
                    return Optional.empty();
                }))
                .isEmpty();
        assertThat(looks).hasValue(21);
    }

    @Test
    void work_of_many_parts_waits_once() {
        AtomicInteger looks = new AtomicInteger();
        Arrival.waitingOnce(() -> {
            for (int part = 0; part < 3; part++) {
                Arrival.await(() -> {
                    looks.incrementAndGet();
                    return Optional.empty();
                });
            }
            return null;
        });
        assertThat(looks).hasValue(20 + 3);
    }

    @Test
    void only_a_few_wait_at_once() throws Exception {
        CountDownLatch waiting = new CountDownLatch(4);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(i -> threads.submit(() -> Arrival.await(secondLook(waiting, end))));
            waiting.await();
            AtomicInteger looks = new AtomicInteger();
            Optional<Object> fifth = Arrival.await(() -> {
                looks.incrementAndGet();
                return Optional.empty();
            });
            assertThat(fifth).isEmpty();
            assertThat(looks).hasValue(1);
            end.countDown();
        }
    }

    /** Finds nothing at first, and then holds its place until the end. */
    private static Supplier<Optional<Object>> secondLook(CountDownLatch waiting, CountDownLatch end) {
        AtomicInteger looks = new AtomicInteger();
        return () -> {
            if (looks.incrementAndGet() == 2) {
                waiting.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Optional.of(new Object());
            }
            return Optional.empty();
        };
    }
}
