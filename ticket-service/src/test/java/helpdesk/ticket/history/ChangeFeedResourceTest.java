package helpdesk.ticket.history;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.openedId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All changes of all tickets, by a cursor that skips none and repeats none. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChangeFeedResourceTest {

    private static final int WRITERS = 8;
    private static final int CHANGES = 15;

    @Test
    void while_many_write_each_change_comes_exactly_once() throws Exception {
        String token = Tokens.ofApiKey(UUID.randomUUID(), "integration");
        String cursor = Api.get("/ticket-changes?from=now").jsonPath().getString("next");
        List<String> tickets = Stream.generate(Api::openedId).limit(3).toList();
        List<String> seen = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                writing.add(writers.submit(() -> {
                    for (int i = 0; i < CHANGES; i++) {
                        Api.comment(token, tickets.get((first + i) % 3), Map.of("body", "Word " + i))
                                .then()
                                .statusCode(201);
                    }
                }));
            }
            while (writing.stream().anyMatch(one -> !one.isDone())) {
                cursor = follow(token, cursor, seen);
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        AtomicReference<String> place = new AtomicReference<>(cursor);
        Set<String> written = new HashSet<>(changesOf(tickets));
        await().until(() -> {
            place.set(follow(token, place.get(), seen));
            return seen.containsAll(written);
        });

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(written::contains)).hasSize(written.size());
        assertThat(written).hasSizeGreaterThanOrEqualTo(WRITERS * CHANGES + 3);
    }

    /** Numbers of transactions are numbers: 1,000 comes after 999. */
    @Test
    void the_order_is_that_of_numbers_and_not_of_texts() {
        String id = openedId();
        List<String> wanted = new ArrayList<>();
        for (String transaction : List.of("8", "9", "10", "99", "100", "101")) {
            UUID change = UUID.randomUUID();
            wanted.add(change.toString());
            Database.execute(
                    "insert into ticket_change (id, ticket_id, version, at, actor, cause, field, written_in)"
                            + " values (?, ?, 1000000, now(), 'system:test', 'test', 'test', ?::xid8)",
                    change,
                    UUID.fromString(id),
                    transaction);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (seen.size() < wanted.size()) {
            JsonPath page = Api.get("/ticket-changes?limit=4" + cursor).jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = "&after=" + page.getString("next");
        }

        assertThat(seen.subList(0, wanted.size())).isEqualTo(wanted);
    }

    @Test
    void what_an_older_transaction_may_still_write_is_waited_for() throws SQLException {
        String cursor = Api.get("/ticket-changes?from=now").jsonPath().getString("next");
        try (Connection slow = Database.connect()) {
            slow.setAutoCommit(false);
            try (java.sql.Statement statement = slow.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            String id = openedId();
            assertThat(Api.get("/ticket-changes?limit=500&after=" + cursor)
                            .jsonPath()
                            .getList("items.ticketId"))
                    .doesNotContain(id);
            slow.commit();
            await().untilAsserted(() -> assertThat(Api.get("/ticket-changes?limit=500&after=" + cursor)
                            .jsonPath()
                            .getList("items.ticketId"))
                    .contains(id));
        }
    }

    @Test
    void the_end_has_a_cursor_too_and_a_foreign_one_is_refused() {
        String cursor = Api.get("/ticket-changes?from=now").jsonPath().getString("next");

        assertThat(Api.get("/ticket-changes?after=" + cursor).jsonPath().getString("next"))
                .isNotNull();
        assertProblem(Api.get("/ticket-changes?after=" + cursor + "x"), 400, "invalid-cursor", "?after");
        assertProblem(Api.get("/ticket-changes?from=yesterday"), 400, "invalid-parameter", "?from");
        assertThat(Api.get("/ticket-changes?limit=501").statusCode()).isEqualTo(400);
    }

    private static String follow(String token, String cursor, List<String> seen) {
        JsonPath page = as(token)
                .get("/api/v1/ticket-changes?limit=50&after=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        seen.addAll(page.getList("items.id", String.class));
        return page.getString("next");
    }

    private static List<String> changesOf(List<String> tickets) {
        List<String> ids = Arrays.asList(Database.value(
                        String.class,
                        "select string_agg(id::text, ',') from ticket_change where ticket_id::text = any(string_to_array(?, ','))",
                        String.join(",", tickets))
                .split(","));
        return ids;
    }
}
