package helpdesk.platform.note;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a test hold a request in the middle of its transaction. */
@ApplicationScoped
public class Gate {

    private static final long PATIENCE_SECONDS = 20;

    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Requests with this text stop until they are let go. */
    public Held hold(String text) {
        Held gate = new Held(new CountDownLatch(1), new CountDownLatch(1));
        held.put(text, gate);
        return gate;
    }

    void pass(String text) {
        Held gate = held.get(text);
        if (gate != null) {
            gate.arrived.countDown();
            await(gate.open);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A closed gate. */
    public record Held(CountDownLatch arrived, CountDownLatch open) {

        /** Returns when a request stands before it. */
        public void awaitArrival() {
            await(arrived);
        }

        /** Lets it go. */
        public void letGo() {
            open.countDown();
        }
    }
}
