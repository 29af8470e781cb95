package helpdesk.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@TestProfile(TwoInstances.class)
class InstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer[] servers = new HttpServer[2];
    private volatile boolean secondIsReady = true;

    @BeforeEach
    void startBoth() {
        start(0);
        start(1);
        Awaitility.await().atMost(PATIENCE).until(() -> answering().size() == 2);
    }

    @AfterEach
    void stopBoth() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void no_request_fails_while_one_of_them_stops_and_comes_back() {
        stop(1);
        for (int i = 0; i < 20; i++) {
            given().get("/api/v1/tickets/read").then().statusCode(200).body(equalTo("GET 0"));
            given().contentType(ContentType.JSON)
                    .body("{\"subject\":\"no parcel\"}")
                    .post("/api/v1/tickets")
                    .then()
                    .statusCode(200)
                    .body(equalTo("POST 0"));
        }
        start(1);
        Awaitility.await().atMost(PATIENCE).until(() -> answering().size() == 2);
    }

    @Test
    void one_that_says_that_it_is_not_ready_is_not_asked() {
        secondIsReady = false;
        Awaitility.await().atMost(PATIENCE).until(() -> answering().equals(Set.of("GET 0")));
        given().get("/api/v1/status")
                .then()
                .statusCode(200)
                .body("services.find { it.name == 'ticket-service' }.ready", equalTo(true));
        secondIsReady = true;
        Awaitility.await().atMost(PATIENCE).until(() -> answering().size() == 2);
    }

    @Test
    void when_both_are_away_the_answer_is_quick_and_ends_with_their_return() {
        stop(0);
        stop(1);
        for (int i = 0; i < 20; i++) {
            given().get("/api/v1/tickets/read").then().statusCode(503).body("code", equalTo("service-unavailable"));
        }
        start(0);
        Awaitility.await().atMost(PATIENCE).until(() -> answering().equals(Set.of("GET 0")));
    }

    @Test
    void a_service_is_told_how_long_it_is_waited_for_by_nobody_but_the_gateway() {
        given().header("X-Request-Timeout", "99999999")
                .get("/api/v1/tickets/timeout")
                .then()
                .body(equalTo("1500"));
    }

    private static Set<String> answering() {
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            var answer = given().get("/api/v1/tickets/read");
            if (answer.statusCode() == 200) {
                answers.add(answer.asString());
            }
        }
        assertThat(answers).allMatch(answer -> answer.startsWith("GET "));
        return answers;
    }

    private void start(int instance) {
        servers[instance] = vertx.createHttpServer().requestHandler(request -> answer(request, instance));
        servers[instance]
                .listen(TwoInstances.port(instance))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void stop(int instance) {
        servers[instance].close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request, int instance) {
        switch (request.path()) {
            case "/q/health/ready" ->
                request.response()
                        .setStatusCode(instance == 1 && !secondIsReady ? 503 : 200)
                        .putHeader("Content-Type", "application/json")
                        .end("{\"status\":\"UP\",\"checks\":[]}");
            case "/api/v1/tickets/timeout" -> request.response().end(request.getHeader("X-Request-Timeout"));
            default ->
                request.body().onSuccess(body -> request.response()
                        .end(request.method().name() + " " + instance));
        }
    }
}
