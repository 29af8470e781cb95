package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.openedId;
import static helpdesk.ticket.Api.patch;
import static helpdesk.ticket.Api.read;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many at once on one ticket: nothing is lost, and nobody overwrites what they have not seen. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketConcurrencyResourceTest {

    private static final int MANY = 50;

    @Test
    void of_fifty_changes_with_one_tag_one_succeeds() throws Exception {
        String id = openedId();
        String token = Tokens.of("agent");

        List<Integer> statuses = atOnce(
                i -> patch(token, id, "\"0\"", Map.of("subject", "Change " + i)).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(MANY - 1);
        assertThat(read(id).getInt("version")).isEqualTo(1);
    }

    @Test
    void fifty_comments_at_once_are_all_there_and_versions_have_no_gap() throws Exception {
        String id = openedId();
        String token = Tokens.ofApiKey(UUID.randomUUID(), "integration");

        List<Integer> statuses = atOnce(
                i -> Api.comment(token, id, Map.of("body", "Comment " + i)).statusCode());

        assertThat(statuses).containsOnly(201);
        assertThat(Api.agent()
                        .get("/api/v1/tickets/" + id + "/comments?limit=100")
                        .jsonPath()
                        .getList("items.body", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MANY).mapToObj(i -> "Comment " + i).toList());
        assertThat(Api.agent()
                        .get("/api/v1/tickets/" + id + "/history?limit=100")
                        .jsonPath()
                        .getList("items.version", Long.class))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, MANY).boxed().toList());
    }

    @Test
    void a_key_used_fifty_times_at_once_has_one_effect() throws Exception {
        String id = openedId();
        String token = Tokens.of("agent");
        String key = UUID.randomUUID().toString();

        List<Integer> statuses = atOnce(i -> Api.as(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("body", "Once"))
                .post("/api/v1/tickets/" + id + "/comments")
                .statusCode());

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(Api.agent()
                        .get("/api/v1/tickets/" + id + "/comments")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void the_tag_of_the_opening_still_fits_after_the_product_learned_something() {
        String id = openedId();
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            probe.publish("helpdesk.customer", Given.identified(id, UUID.randomUUID()));
            probe.publish("helpdesk.notification", Given.delivered(id, "acknowledgement"));
        }
        Awaitility.await().until(() -> read(id).getInt("version") == 2);

        patch(Tokens.of("agent"), id, "\"0\"", Map.of("priority", "high"))
                .then()
                .statusCode(200);

        assertProblem(patch(Tokens.of("agent"), id, "\"0\"", Map.of("priority", "low")), 412, "precondition-failed");
        assertProblem(patch(Tokens.of("agent"), id, "\"2\"", Map.of("priority", "low")), 412, "precondition-failed");
        patch(Tokens.of("agent"), id, "\"3\"", Map.of("priority", "low")).then().statusCode(200);
    }

    @Test
    void the_tag_from_before_a_comment_still_fits() {
        String id = openedId();
        Api.comment(Tokens.of("agent"), id, Map.of("body", "On my way.")).then().statusCode(201);

        patch(Tokens.of("agent"), id, "\"0\"", Map.of("priority", "high"))
                .then()
                .statusCode(200);
    }

    /** As clients do when the service has too much to do. */
    private static int patiently(Attempt attempt, int i) {
        AtomicInteger status = new AtomicInteger();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            status.set(attempt.status(i));
            return status.get() != 503;
        });
        return status.get();
    }

    private interface Attempt {
        int status(int i);
    }

    private static List<Integer> atOnce(Attempt attempt) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            List<Future<Integer>> attempts = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit((Callable<Integer>) () -> {
                        start.await();
                        return patiently(attempt, i);
                    }))
                    .toList();
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : attempts) {
                statuses.add(done.get());
            }
            return statuses;
        }
    }
}
