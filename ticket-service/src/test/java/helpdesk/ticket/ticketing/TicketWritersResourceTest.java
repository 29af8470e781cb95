package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.openedId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Fifty writers of all kinds on one ticket: what was accepted is in the history, in order, without a gap. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketWritersResourceTest {

    private static final int WRITERS = 50;

    @Test
    void every_accepted_change_is_in_the_history_in_order_and_versions_have_no_gap() throws Exception {
        String id = openedId();
        String token = Tokens.of("agent");
        List<String> accepted = new CopyOnWriteArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writing.add(writers.submit(() -> write(token, id, writer, accepted)));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }

        List<Map<String, Object>> history = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    Api.get("/tickets/" + id + "/history?limit=100" + next).jsonPath();
            history.addAll(page.getList("items"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        List<Long> versions = history.stream()
                .map(change -> ((Number) change.get("version")).longValue())
                .distinct()
                .toList();
        assertThat(versions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, versions.getLast()).boxed().toList());
        assertThat(Api.read(id).getLong("version")).isEqualTo(versions.getLast());
        assertThat(history.stream().map(change -> String.valueOf(change.get("to"))))
                .containsAll(accepted);
        // Each value that a change says it replaced is the one that the change before it had set.
        for (String field : List.of("priority", "subject")) {
            List<Map<String, Object>> changes = history.stream()
                    .filter(change -> field.equals(change.get("field")))
                    .toList();
            for (int i = 1; i < changes.size(); i++) {
                assertThat(changes.get(i).get("from"))
                        .isEqualTo(changes.get(i - 1).get("to"));
            }
        }
    }

    private static void write(String token, String id, int writer, List<String> accepted) {
        switch (writer % 3) {
            case 0 -> {
                Response comment = patiently(() -> Api.comment(token, id, Map.of("body", "Word " + writer)));
                assertThat(comment.statusCode()).isEqualTo(201);
                accepted.add(comment.jsonPath().getString("id"));
            }
            case 1 -> {
                Response change = patiently(() -> Api.patch(token, id, "*", Map.of("subject", "Subject " + writer)));
                assertThat(change.statusCode()).isEqualTo(200);
                accepted.add("Subject " + writer);
            }
            default -> {
                String priority = List.of("low", "high", "urgent").get(writer % 3);
                assertThat(patiently(() -> Api.patch(token, id, "*", Map.of("priority", priority)))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    /** As clients do when the service has too much to do. */
    private static Response patiently(Supplier<Response> attempt) {
        AtomicReference<Response> answer = new AtomicReference<>();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            answer.set(attempt.get());
            return answer.get().statusCode() != 503;
        });
        return answer.get();
    }
}
