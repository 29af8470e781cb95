package helpdesk.platform.idempotency;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.pointers;
import static helpdesk.platform.problem.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.http.MergePatch;
import helpdesk.platform.note.Gate;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class IdempotencyTest {

    private final String token = Tokens.of("agent");
    private final String text = "note " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Inject
    MovableClock clock;

    @Inject
    Gate gate;

    @Inject
    IdempotencyRecords records;

    @AfterEach
    void time_goes_on_as_it_does() {
        clock.reset();
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_has_no_second_effect() {
        Response first = write(token, key, text);
        Response second = write(token, key, text);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(notes()).isOne();
        assertThat(Database.count("idempotency_record where key = ?", key)).isOne();
    }

    @Test
    void a_patch_is_replayed_although_the_version_has_moved_on() {
        String path = NOTES + "/"
                + write(token, UUID.randomUUID().toString(), text).jsonPath().getString("id");
        Response first = patch(path);
        Response second = patch(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void numbers_are_replayed_as_they_were_written() {
        String body =
                "{\"text\":\"" + text + "\",\"custom\":{\"price\":12.50,\"huge\":123456789012345678901234567890}}";
        Response first = send(token, key, NOTES, body);
        assertThat(send(token, key, NOTES, body).asString()).isEqualTo(first.asString());
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        write(token, key, text);
        assertThat(pointers(problem(write(token, key, text + "!"), 422, "idempotency-key-reused")))
                .containsExactly("header:Idempotency-Key");
        problem(send(token, key, NOTES + "/bulk", "[]"), 422, "idempotency-key-reused");
        problem(send(token, key, NOTES + "?a=b", body(text)), 422, "idempotency-key-reused");
        assertThat(notes()).isOne();
    }

    @Test
    void a_list_as_body_tells_requests_apart() {
        assertThat(send(token, key, NOTES + "/bulk", "[" + body(text) + "]").statusCode())
                .isEqualTo(200);
        problem(send(token, key, NOTES + "/bulk", "[" + body("other") + "]"), 422, "idempotency-key-reused");
    }

    @Test
    void a_key_belongs_to_who_used_it() {
        write(token, key, text);
        Response of_another = write(Tokens.of("agent"), key, text);
        assertThat(of_another.statusCode()).isEqualTo(201);
        assertThat(of_another.header("Idempotency-Replayed")).isNull();
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void people_without_an_account_may_use_keys() {
        String body = body(text);
        Response first = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(NOTES + "/open");
        Response second = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(NOTES + "/open");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(notes()).isOne();
    }

    @Test
    void while_the_first_is_worked_on_the_second_is_told_to_wait() {
        Gate.Held held = gate.hold(text);
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> write(token, key, text));
        held.awaitArrival();
        Response second = write(token, key, text);
        problem(second, 409, "request-in-progress");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        assertThat(notes()).as("before the commit").isZero();
        held.letGo();
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(write(token, key, text).header("Idempotency-Replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "unexpected", "commit", "error"})
    void a_failure_leaves_no_effect_and_no_record(String kind) {
        for (int i = 0; i < 2; i++) {
            Response answer = send(token, key, NOTES + "/failures/" + kind, body(text));
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(409);
            assertThat(answer.header("Idempotency-Replayed")).isNull();
        }
        assertThat(notes()).as("effect and record are one transaction").isZero();
        assertThat(Database.count("idempotency_record where key = ?", key)).isZero();
        assertThat(Database.count("outbox_event where payload->>'text' = ?", text))
                .isZero();
    }

    @Test
    void an_answer_that_refuses_is_not_kept() {
        for (int i = 0; i < 2; i++) {
            Response answer = send(token, key, NOTES + "/failures/returned", body(text));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.header("Idempotency-Replayed")).isNull();
        }
    }

    @Test
    void a_refused_body_is_not_remembered() {
        problem(write(token, key, ""), 400, "invalid-request");
        assertThat(write(token, key, text).statusCode()).isEqualTo(201);
    }

    @Test
    void fifty_requests_with_one_key_have_one_effect() throws Exception {
        List<Callable<Response>> requests = IntStream.range(0, 50)
                .<Callable<Response>>mapToObj(i -> () -> write(token, key, text))
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
            List<Response> answers =
                    callers.invokeAll(requests).stream().map(Future::resultNow).toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(Response::asString)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(notes()).isOne();
    }

    @Test
    void after_a_day_a_key_is_new_again() {
        write(token, key, text);
        clock.move(Duration.ofHours(24).minusMinutes(1));
        assertThat(write(token, key, text).header("Idempotency-Replayed")).isEqualTo("true");
        clock.move(Duration.ofMinutes(2));
        Response afresh = write(token, key, text);
        assertThat(afresh.statusCode()).isEqualTo(201);
        assertThat(afresh.header("Idempotency-Replayed")).isNull();
        assertThat(notes()).isEqualTo(2);
        assertThat(write(token, key, text).header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void what_is_older_than_a_day_is_forgotten() {
        write(token, key, text);
        records.forgetOld();
        assertThat(Database.count("idempotency_record where key = ?", key)).isOne();
        clock.move(Duration.ofHours(25));
        records.forgetOld();
        assertThat(Database.count("idempotency_record where key = ?", key)).isZero();
    }

    @Test
    void a_key_that_is_none_is_refused() {
        for (String bad : new String[] {"", " ", "a b", "é", "x".repeat(256)}) {
            assertThat(pointers(problem(write(token, bad, text), 400, "invalid-parameter")))
                    .containsExactly("header:Idempotency-Key");
        }
        assertThat(write(token, "x".repeat(255), text).statusCode()).isIn(201, 422);
    }

    private long notes() {
        return Database.count("note where text = ?", text);
    }

    private Response patch(String path) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"0\"")
                .contentType(MergePatch.MEDIA_TYPE)
                .body("{\"text\":\"changed\"}")
                .patch(path);
    }

    private static Response write(String token, String key, String text) {
        return send(token, key, NOTES, body(text));
    }

    private static String body(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static Response send(String token, String key, String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
