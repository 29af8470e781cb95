package helpdesk.local.measure;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that come at their rate, whether or not those before them were answered: as many people do who know nothing of each
 * other.
 */
final class Flood {

    private static final long STEP_NANOS = 2_000_000;
    private static final int MOST_OPEN = 1_500;
    private static final int FAILED = 0;

    private final HttpClient client;
    private final Map<Integer, Queue<Long>> nanos = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private int sent;
    private int leftOut;

    Flood(HttpClient client) {
        this.client = client;
    }

    /** Sends for so long, and waits for what is under way then. */
    void run(HttpRequest request, double aSecond, Duration lasting) {
        long begin = System.nanoTime();
        long end = begin + lasting.toNanos();
        for (long now = begin; now < end; now = System.nanoTime()) {
            int due = (int) ((now - begin) / 1e9 * aSecond);
            while (sent + leftOut < due) {
                if (open.get() < MOST_OPEN) {
                    sent++;
                    send(request);
                } else {
                    leftOut++;
                }
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        long patience = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (open.get() > 0 && System.nanoTime() < patience) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private void send(HttpRequest request) {
        open.incrementAndGet();
        long begin = System.nanoTime();
        client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            note(answer, System.nanoTime() - begin);
            open.decrementAndGet();
        });
    }

    private void note(HttpResponse<Void> answer, long took) {
        nanos.computeIfAbsent(answer == null ? FAILED : answer.statusCode(), status -> new ConcurrentLinkedQueue<>())
                .add(took);
    }

    /** How many were sent. */
    int sent() {
        return sent;
    }

    /** How many could not be sent, because too many waited for their answers. */
    int leftOut() {
        return leftOut;
    }

    /** How many broke off. */
    int failed() {
        return times(FAILED).size();
    }

    /** How long answers with this status took. */
    Queue<Long> times(int status) {
        return nanos.getOrDefault(status, new ConcurrentLinkedQueue<>());
    }
}
