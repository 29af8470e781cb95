package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another key takes the place of the one that signs, while people and programs work in all services. */
class KeyRotationIT {

    /** One address of each service. */
    private static final List<String> ADDRESSES =
            List.of("/api/v1/accounts", "/api/v1/tickets", "/api/v1/segments", "/api/v1/surveys", "/api/v1/callbacks");

    private static RunningStack stack;

    @BeforeAll
    static void start() {
        // Services fetch keys so much more often than a key is announced as in production.
        stack = RunningStack.fresh(
                Map.of("HELPDESK_SIGNING_KEYS_NOTICE", "PT20S", "HELPDESK_PUBLISHED_KEYS_REFRESH", "PT1S"));
        stack.start();
    }

    @AfterAll
    static void remove() {
        stack.remove();
    }

    @Test
    void no_request_fails_while_the_key_changes() {
        Api admin = Api.admin(stack);
        String program = json(
                        201, admin.post("/api/v1/api-keys", Map.of("name", "Works on", "roles", List.of("agent"))))
                .getString("key");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger requests = new AtomicInteger();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        Set<String> kids = ConcurrentHashMap.newKeySet();
        try (ExecutorService workers = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 2; i++) {
                workers.submit(() -> {
                    while (!enough.get()) {
                        JsonPath tokens = json(200, signIn());
                        kids.add(kid(tokens.getString("accessToken")));
                        look(admin.bearing(tokens.getString("accessToken")), requests, refused);
                    }
                });
            }
            workers.submit(() -> {
                while (!enough.get()) {
                    look(admin.bearing(program), requests, refused);
                }
            });
            Awaitility.await().until(() -> kids.size() == 1);
            String next =
                    json(201, admin.post("/api/v1/signing-keys", Map.of())).getString("kid");
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> kids.contains(next));
            int before = requests.get();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> requests.get() > before + 100);
            enough.set(true);
        }
        assertThat(refused).isEmpty();
        assertThat(kids).hasSize(2);
        // A token of the former key is good until it expires.
        assertThat(admin.get("/api/v1/tickets").statusCode()).isEqualTo(200);
    }

    private static Response signIn() {
        return Api.anonymous(stack)
                .post("/api/v1/auth/token", Map.of("username", "admin", "password", RunningStack.ADMIN_PASSWORD));
    }

    private static void look(Api api, AtomicInteger requests, Queue<String> refused) {
        for (String address : ADDRESSES) {
            int status = api.get(address).statusCode();
            requests.incrementAndGet();
            if (status == 401 || status >= 500) {
                refused.add(address + " " + status);
            }
        }
    }

    private static String kid(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
        return JsonPath.from(new String(header, StandardCharsets.UTF_8)).getString("kid");
    }
}
