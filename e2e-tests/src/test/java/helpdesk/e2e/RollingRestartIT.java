package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One process after the other is ended as an operator ends it, and started anew, while people and programs work. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "The second process is started as /proc tells of the first")
class RollingRestartIT {

    /** Those that have two processes; each more takes its memory. */
    private static final List<String> SERVICES =
            List.of(System.getProperty("restarted.services", "ticket-service").split(","));

    /** As their ports follow each other. */
    private static final List<String> IN_ORDER =
            List.of("gateway", "ticket-service", "customer-service", "feedback-service", "notification-service");

    private static final List<String> ADDRESSES = List.of(
            "/api/v1/tickets?limit=20", "/api/v1/agents", "/api/v1/segments", "/api/v1/surveys", "/api/v1/callbacks");

    private static final Duration START = Duration.ofSeconds(120);
    private static final int WORKERS = 4;
    private static final int IN_PROGRESS = 409;
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();
    private static final Map<String, SecondProcess> SECOND = new LinkedHashMap<>();

    private static RunningStack stack;

    @BeforeAll
    static void start() throws Exception {
        Map<String, Integer> secondPorts = new LinkedHashMap<>();
        SERVICES.forEach(service -> secondPorts.put(service, SecondProcess.freePort()));
        stack = RunningStack.fresh(first -> {
            Map<String, String> settings = new HashMap<>(Map.of("HELPDESK_SHUTDOWN_DELAY", "3s"));
            secondPorts.forEach((service, port) -> settings.put(
                    "HELPDESK_%s_URL".formatted(service.split("-")[0].toUpperCase(Locale.ROOT)),
                    "http://127.0.0.1:%d,http://127.0.0.1:%d".formatted(first + IN_ORDER.indexOf(service), port)));
            return settings;
        });
        stack.start();
        for (Map.Entry<String, Integer> service : secondPorts.entrySet()) {
            SecondProcess process = new SecondProcess(stack, service.getKey(), service.getValue());
            SECOND.put(service.getKey(), process);
            process.start();
        }
    }

    @AfterAll
    static void remove() {
        SECOND.values().forEach(SecondProcess::remove);
        stack.remove();
    }

    @Test
    void no_request_fails_while_each_process_of_a_service_is_restarted() throws Exception {
        Api admin = Api.admin(stack);
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                workers.submit(() -> {
                    while (!enough.get()) {
                        work(admin, answered, failed);
                    }
                });
            }
            try {
                for (String service : SERVICES) {
                    goOn(answered, 100);
                    SECOND.get(service).stop();
                    goOn(answered, 100);
                    SECOND.get(service).start();
                    goOn(answered, 100);
                    restartFirst(service);
                }
                goOn(answered, 100);
            } finally {
                enough.set(true);
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void a_process_that_stops_says_first_that_it_is_not_ready_and_leads_clients_away() throws Exception {
        SecondProcess process = SECOND.values().iterator().next();
        String address = "http://localhost:" + process.port();
        assertThat(given().get(address + "/api/v1/service-standards").header("Connection"))
                .isNull();
        process.terminate();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> given().get(address + "/q/health/ready").statusCode() == 503);
        Response still = given().get(address + "/api/v1/service-standards");
        assertThat(still.statusCode()).isEqualTo(200);
        assertThat(still.header("Connection")).isEqualToIgnoringCase("close");
        process.stop();
        process.start();
    }

    @Test
    void who_knows_two_gateways_goes_on_while_each_of_them_is_restarted() throws Exception {
        SecondProcess another = new SecondProcess(stack, "gateway", SecondProcess.freePort());
        another.start();
        Api admin = Api.admin(stack);
        List<Api> gateways = List.of(admin, admin.at(another.port()));
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                workers.submit(() -> {
                    while (!enough.get()) {
                        String key = UUID.randomUUID().toString();
                        Map<String, Object> ticket = ticket();
                        note(
                                "POST",
                                201,
                                either(gateways, api -> api.postOnce("/api/v1/tickets", ticket, key)),
                                answered,
                                failed);
                        note("GET", 200, either(gateways, api -> api.get("/api/v1/accounts")), answered, failed);
                    }
                });
            }
            try {
                goOn(answered, 50);
                another.stop();
                goOn(answered, 50);
                another.start();
                restartFirst("gateway");
                goOn(answered, 50);
            } finally {
                enough.set(true);
                another.remove();
            }
        }
        assertThat(failed).isEmpty();
    }

    /** What a client does that repeats safely: the other gateway, with the same key, also while the first try is still worked on. */
    private static Response either(List<Api> gateways, Function<Api, Response> ask) {
        return Awaitility.await("an answer of one of them")
                .atMost(START)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(
                        () -> ask.apply(gateways.get(ATTEMPTS.getAndIncrement() % gateways.size())),
                        answer -> answer.statusCode() < 500 && answer.statusCode() != IN_PROGRESS);
    }

    /** Who looks after the stack starts again what ended. */
    private static void restartFirst(String service) {
        int port = stack.port() + IN_ORDER.indexOf(service);
        long before = stack.pid(service);
        stack.signal(service, "TERM");
        Awaitility.await(service + " is ready again")
                .atMost(START)
                .until(() -> stack.pid(service) != before && stack.pid(service) > 0 && SecondProcess.isReady(port));
    }

    /** Reads are sent again by the gateway; nothing sends a change again, so none may be lost. */
    private static void work(Api admin, AtomicInteger answered, Queue<String> failed) {
        try {
            Response opened = admin.post("/api/v1/tickets", ticket());
            note("POST", 201, opened, answered, failed);
            if (opened.statusCode() == 201) {
                String ticket = "/api/v1/tickets/" + json(201, opened).getString("id");
                note("GET", 200, admin.get(ticket), answered, failed);
            }
            for (String address : ADDRESSES) {
                note("GET " + address, 200, admin.get(address), answered, failed);
            }
        } catch (RuntimeException broken) {
            failed.add(broken.toString());
        }
    }

    private static void note(
            String what, int expected, Response response, AtomicInteger answered, Queue<String> failed) {
        if (response.statusCode() == expected) {
            answered.incrementAndGet();
        } else {
            failed.add(what + " " + response.statusCode() + " " + response.asString());
        }
    }

    private static Map<String, Object> ticket() {
        return Map.of(
                "subject", "Work goes on",
                "description", "While processes come and go.",
                "type", "question",
                "channel", "web",
                "requester", Map.of("email", "rolling-" + UUID.randomUUID() + "@example.org"));
    }

    private static void goOn(AtomicInteger answered, int more) {
        int before = answered.get();
        Awaitility.await("%d more answers".formatted(more)).atMost(START).until(() -> answered.get() >= before + more);
    }
}
