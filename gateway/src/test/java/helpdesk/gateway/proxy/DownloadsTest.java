package helpdesk.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.FileBackend;
import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and exports on their way to the client. A pause may last 1.5 s here, and an answer begin 1.5 s later. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class DownloadsTest {

    private static final String CONTENT = "/api/v1/tickets/1/attachments/2/content";

    @BeforeEach
    void reset() {
        FileBackend.reset();
    }

    @Test
    void what_the_service_says_of_a_file_comes_unchanged() {
        given().get(CONTENT)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html"))
                .header("Content-Disposition", equalTo("attachment; filename=\"a.html\""))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("Cache-Control", equalTo("private, no-store"))
                .header("Content-Length", equalTo("8"))
                .header("ETag", equalTo("\"abc\""))
                .header("X-Frame-Options", equalTo("DENY"));
    }

    @Test
    void a_page_of_an_allowed_origin_may_read_the_name_of_the_file() {
        given().header("Origin", "https://desk.example.org")
                .get(CONTENT)
                .then()
                .header("Access-Control-Expose-Headers", containsString("Content-Disposition"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTENT, "/api/v1/ticket-export"})
    void what_moves_is_not_cut_however_long_it_lasts(String path) {
        assertThat(given().queryParam("way", "drip").get(path).asString().lines())
                .hasSize(12);
    }

    @Test
    void what_stands_still_is_cut() throws IOException {
        try (SlowClient client = get(CONTENT, "stall")) {
            assertThat(client.answer()).contains("only this");
            long begun = System.nanoTime();
            assertThat(rest(client)).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "endless-looking"})
    void a_large_one_waits_for_its_reader_and_comes_whole(String way) throws IOException {
        try (SlowClient client = get("/api/v1/ticket-export", way)) {
            long atRest = atRest();
            assertThat(atRest).isGreaterThan(0).isLessThan(FileBackend.LARGE / 3);
            assertThat(client.readToEnd()).isGreaterThanOrEqualTo(FileBackend.LARGE);
        }
    }

    @Test
    void a_client_that_knows_no_pieces_gets_it_whole_too_and_nothing_is_gathered_for_it() throws IOException {
        try (SlowClient client =
                SlowClient.open("GET /api/v1/ticket-export?way=endless-looking HTTP/1.0\r\nHost: localhost\r\n\r\n")) {
            assertThat(atRest()).isGreaterThan(0).isLessThan(FileBackend.LARGE / 3);
            assertThat(client.readToEnd()).isBetween(FileBackend.LARGE, FileBackend.LARGE + 2000);
        }
    }

    @Test
    void a_reader_that_does_not_read_is_let_go() throws IOException {
        try (SlowClient client = get("/api/v1/ticket-export", "large")) {
            atRest();
            SlowClient.pause(Duration.ofSeconds(2));
            assertThat(rest(client)).isLessThan(FileBackend.LARGE);
        }
        given().get("/api/v1/tickets/echo").then().statusCode(200);
    }

    private static SlowClient get(String path, String way) throws IOException {
        return SlowClient.open(
                "GET " + path + "?way=" + way + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** How much the service has handed out when it does not get rid of more. */
    private static long atRest() {
        long[] before = {-1};
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(10))
                .until(FileBackend::handedOut, now -> {
                    boolean same = now > 0 && now == before[0];
                    before[0] = now;
                    return same;
                });
    }

    private static long rest(SlowClient client) throws IOException {
        try {
            return client.readToEnd();
        } catch (SocketException reset) {
            return 0;
        }
    }
}
