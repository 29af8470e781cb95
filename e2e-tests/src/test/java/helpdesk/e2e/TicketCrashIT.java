package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that dies while tickets are merged, files are sent or incidents are solved leaves nothing half done. */
class TicketCrashIT {

    private static final int MERGES = 36;
    private static final int INCIDENTS = 70;

    private static RunningStack stack;
    private static Api.Agent agent;

    @BeforeAll
    static void start() {
        stack = RunningStack.shared();
        agent = Api.admin(stack).hire("Mei Tanaka");
    }

    /** A source with a word and a file, and the target that it went on in. */
    private record Merged(String target, String source, byte[] file) {}

    @Test
    void merges_and_files_are_whole_after_two_kills() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<Merged> merged = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<Future<Merged>> tasks = IntStream.range(0, MERGES)
                    .mapToObj(i -> callers.submit(() -> merge(i, done)))
                    .toList();
            for (int kill = 1; kill <= 2; kill++) {
                int enough = kill * MERGES / 3;
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> done.get() >= enough);
                stack.kill("ticket-service");
            }
            for (Future<Merged> task : tasks) {
                merged.add(task.get(3, TimeUnit.MINUTES));
            }
        }

        merged.forEach(TicketCrashIT::assertWhole);
    }

    @Test
    void a_problem_solves_all_of_its_incidents_though_the_service_dies() {
        String problem = opened();
        List<String> incidents =
                IntStream.range(0, INCIDENTS).mapToObj(i -> opened()).toList();
        incidents.forEach(
                incident -> json(200, agent.api().patch("/api/v1/tickets/" + incident, Map.of("problemId", problem))));

        json(
                200,
                agent.api()
                        .patch(
                                "/api/v1/tickets/" + problem,
                                Map.of(
                                        "status", "resolved",
                                        "resolution", "The fuse is replaced.",
                                        "assigneeId", agent.id().toString())));
        stack.kill("ticket-service");

        agent.api()
                .await(
                        "no incident is left",
                        "/api/v1/tickets?status=new,open&problemId=" + problem,
                        body -> body.getList("items").isEmpty());
        for (String incident : incidents) {
            JsonPath history = json(200, agent.api().get("/api/v1/tickets/" + incident + "/history?limit=100"));
            assertThat(history.<String>getList("items.findAll { it.field == 'status' }.to"))
                    .containsOnlyOnce("resolved");
        }
    }

    @Test
    void a_promise_that_passes_is_told_once_though_the_service_dies_meanwhile() {
        String id;
        // Nobody acknowledges what the notifications do not hear of.
        stack.signal("notification-service", "STOP");
        try {
            id = opened();
            stack.kill("ticket-service");
            agent.api()
                    .await(
                            Duration.ofSeconds(100),
                            "the promise of 40 seconds has passed",
                            "/api/v1/events?type=org.helpdesk.ticket.sla-breached.v1&subject=" + id,
                            body -> !body.getList("items").isEmpty());
        } finally {
            stack.signal("notification-service", "CONT");
        }
        stack.kill("ticket-service");

        agent.api()
                .await(
                        "it is acknowledged at last",
                        "/api/v1/tickets/" + id,
                        ticket -> ticket.getString("serviceLevel.clocks.find { it.metric == 'acknowledgement' }.metAt")
                                != null);
        JsonPath history = json(200, agent.api().get("/api/v1/tickets/" + id + "/history?limit=100"));
        assertThat(history.<String>getList("items.findAll { it.field == 'serviceLevel.acknowledgement' }.to"))
                .containsOnlyOnce("breached");
    }

    private static Merged merge(int number, AtomicInteger done) {
        byte[] file = new byte[300_000];
        new Random(number).nextBytes(file);
        String target = opened();
        String source = opened();
        untilAnswered("/api/v1/tickets/" + source + "/comments", Map.of("body", "Word of " + source));
        // A file has no key: it may be there twice when the answer got lost, but never in part.
        Awaitility.await("the file is taken")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> agent.api()
                                .postFile("/api/v1/tickets/" + source + "/attachments?name=noise.bin", file)
                                .statusCode()
                        == 201);
        untilAnswered("/api/v1/tickets/" + target + "/merges", Map.of("sources", List.of(source)));
        done.incrementAndGet();
        return new Merged(target, source, file);
    }

    private static void assertWhole(Merged merged) {
        JsonPath merges = json(200, agent.api().get("/api/v1/tickets/" + merged.target() + "/merges"));
        assertThat(merges.getList("items")).hasSize(1);
        JsonPath history = json(200, agent.api().get("/api/v1/tickets/" + merged.target() + "/history?limit=100"));
        assertThat(history.<String>getList("items.findAll { it.field == 'mergedTicket' }.to"))
                .containsExactly(merged.source());
        JsonPath comments = json(200, agent.api().get("/api/v1/tickets/" + merged.target() + "/comments"));
        assertThat(comments.<String>getList("items.body")).containsOnlyOnce("Word of " + merged.source());
        JsonPath files = json(200, agent.api().get("/api/v1/tickets/" + merged.source() + "/attachments"));
        assertThat(files.<String>getList("items.id")).isNotEmpty().allSatisfy(id -> assertThat(agent.api()
                        .get("/api/v1/tickets/" + merged.source() + "/attachments/" + id + "/content")
                        .asByteArray())
                .isEqualTo(merged.file()));
    }

    private static String opened() {
        return untilAnswered(
                        "/api/v1/tickets",
                        Map.of(
                                "subject", "One of many",
                                "description", "It came while others did.",
                                "requester",
                                        Map.of("name", "Amara Okafor", "email", UUID.randomUUID() + "@example.org")))
                .getString("id");
    }

    /** As a careful client does: the same key until there is an answer that is one. */
    private static JsonPath untilAnswered(String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        Callable<Response> attempt = () -> agent.api().postOnce(path, body, key);
        return json(
                201,
                Awaitility.await("an answer of " + path)
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(250))
                        .until(attempt, TicketCrashIT::isAnswer));
    }

    /** While the service is away the gateway says so. */
    private static boolean isAnswer(Response response) {
        return !List.of(409, 502, 503, 504).contains(response.statusCode());
    }
}
