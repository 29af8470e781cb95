package helpdesk.gateway.overload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are never answered take the places; what comes beside them shows who gets the rest. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@TestProfile(FewPlaces.class)
class LoadSheddingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READ = "/api/v1/tickets/echo";
    private static final String LIST = "/api/v1/tickets";

    private final String token = Tokens.of("agent");
    private final List<Socket> waiting = new ArrayList<>();

    @AfterEach
    void giveUp() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> underWay() == 0);
    }

    @Test
    void who_is_too_many_is_told_at_once_when_to_come_again_and_may_go_on_over_the_same_connection()
            throws IOException {
        occupy(7);
        given().get(READ)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-3]"))
                .body("code", equalTo("overloaded"));
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String post = "POST /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{}";
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(post.getBytes(StandardCharsets.US_ASCII));
                assertThat(head(socket)).startsWith("HTTP/1.1 503").doesNotContainIgnoringCase("connection: close");
            }
        }
    }

    @Test
    void people_who_work_here_come_before_everybody_else_and_what_changes_something_before_lists() throws IOException {
        known();
        occupy(8);
        given().get(READ).then().statusCode(503);
        staff().get(LIST).then().statusCode(503);
        staff().get(READ).then().statusCode(200);
        staff().contentType(ContentType.JSON).body("{}").post(READ).then().statusCode(200);
        occupyAsStaff(1);
        staff().get(READ).then().statusCode(503);
        staff().contentType(ContentType.JSON).body("{}").post(READ).then().statusCode(200);
    }

    @Test
    void other_services_and_what_machines_ask_have_places_of_their_own() throws IOException {
        occupy(7);
        given().get("/api/v1/status").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/.well-known/jwks.json").then().statusCode(200);
        given().get("/api/v1/customers/1").then().body("code", equalTo("service-unavailable"));
    }

    @Test
    void what_was_refused_and_how_many_places_there_are_can_be_measured() throws IOException {
        occupy(7);
        given().get(READ).then().statusCode(503);
        assertThat(given().get("/q/metrics").asString())
                .contains("helpdesk_overload_limit{lane=\"ticket-service\"}")
                .containsPattern("helpdesk_overload_shed_total\\{importance=\"anybody-read\",lane=\"ticket-service\"}");
    }

    /** The first request with a token may be taken for anybody's. */
    private void known() {
        Awaitility.await().atMost(PATIENCE).until(() -> staff().get(READ).statusCode() == 200);
    }

    private RequestSpecification staff() {
        return given().header("Authorization", "Bearer " + token);
    }

    /** Takes places as anybody does by writing, up to seven, and as staff beyond. */
    private void occupy(int places) throws IOException {
        int anybody = Math.min(places, 7);
        for (int i = 0; i < anybody && underWay() < 7; i++) {
            occupy("");
        }
        if (places > underWay()) {
            known();
            occupyAsStaff(places - underWay());
        }
    }

    private void occupyAsStaff(int places) throws IOException {
        for (int i = 0; i < places; i++) {
            occupy("Authorization: Bearer " + token + "\r\n");
        }
    }

    private void occupy(String authorization) throws IOException {
        int before = underWay();
        Socket socket = new Socket("localhost", RestAssured.port);
        waiting.add(socket);
        socket.getOutputStream()
                .write(("POST /api/v1/tickets/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" + authorization
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        Awaitility.await().atMost(PATIENCE).until(() -> underWay() == before + 1);
    }

    private static int underWay() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("helpdesk_overload_under_way{lane=\"ticket-service\"}"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** The head of an answer; its body is read, too, and left out. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElseThrow();
        socket.getInputStream().readNBytes(length);
        return head.toString();
    }
}
