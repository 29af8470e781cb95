package helpdesk.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way to ticket-service: large, slow, and both. A pause may last 1.5 s here, an upload 4 s. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class UploadsTest {

    private static final int MIB = 1024 * 1024;
    private static final int FILE = 25 * MIB;
    private static final Duration PAUSE = Duration.ofMillis(300);

    @ParameterizedTest
    @ValueSource(strings = {"tickets/1/attachments", "requests/token/attachments"})
    void a_file_of_25_mebibytes_goes_through_and_a_larger_one_is_told_the_limit(String path) throws IOException {
        try (SlowClient client = SlowClient.open(head(path, "Content-Length: " + FILE))) {
            client.raw(new byte[FILE]);
            assertThat(client.answer()).startsWith("HTTP/1.1 201").contains("\"length\":" + FILE);
        }
        try (SlowClient client = SlowClient.open(head(path, "Content-Length: " + (FILE + 1)))) {
            assertThat(client.answer())
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "body-too-large", "25 MiB");
        }
    }

    @Test
    void one_that_is_larger_than_any_limit_is_told_the_limit_too() throws IOException {
        assertThat(RawHttp.send(head("tickets/1/attachments", "Content-Length: 5000000000")))
                .startsWith("HTTP/1.1 413")
                .contains("body-too-large", "25 MiB");
    }

    @Test
    void one_without_a_length_is_counted_while_it_comes() throws IOException {
        try (SlowClient client = SlowClient.open(head("requests/token/attachments", "Transfer-Encoding: chunked"))) {
            for (int i = 0; i < 26 && client.piece(new byte[MIB]); i++) {
                // The gateway may close before all is out.
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("body-too-large", "25 MiB");
        }
        try (SlowClient client = SlowClient.open(head("requests/token/attachments", "Transfer-Encoding: chunked"))) {
            for (int i = 0; i < 25; i++) {
                assertThat(client.piece(new byte[MIB])).isTrue();
            }
            client.end();
            assertThat(client.answer()).startsWith("HTTP/1.1 201").contains("\"length\":" + FILE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/tickets/1/comments",
                "/api/v1/tickets/1/attachments/2",
                "/api/v1/tickets/attachments",
                "/api/v1/customers/1/attachments",
                "/api/v1/requests/token/replies"
            })
    void everything_else_may_have_one_mebibyte(String path) {
        given().contentType("application/octet-stream")
                .body(new byte[MIB + 1])
                .post(path)
                .then()
                .statusCode(413)
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void another_method_has_no_file() {
        given().contentType("application/octet-stream")
                .body(new byte[MIB + 1])
                .put("/api/v1/tickets/1/attachments")
                .then()
                .statusCode(413)
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void a_slow_file_goes_through_while_it_moves() throws IOException {
        try (SlowClient client = SlowClient.open(head("tickets/1/attachments", "Transfer-Encoding: chunked"))) {
            for (int i = 0; i < 10; i++) {
                assertThat(client.piece(new byte[1000])).isTrue();
                SlowClient.pause(PAUSE);
            }
            client.end();
            assertThat(client.answer()).startsWith("HTTP/1.1 201").contains("\"length\":10000");
        }
    }

    @Test
    void other_bodies_have_their_time_in_all() throws IOException {
        try (SlowClient client = SlowClient.open(head("tickets/echo", "Transfer-Encoding: chunked"))) {
            for (int i = 0; i < 10 && client.piece(new byte[1000]); i++) {
                SlowClient.pause(PAUSE);
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("request-timeout");
        }
    }

    @Test
    void a_file_that_stands_still_is_let_go() throws IOException {
        try (SlowClient client = SlowClient.open(head("tickets/1/attachments", "Content-Length: 20000000"))) {
            client.raw("only this".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("request-timeout");
        }
    }

    @Test
    void a_file_that_drips_for_ever_is_let_go() throws IOException {
        try (SlowClient client = SlowClient.open(head("tickets/1/attachments", "Transfer-Encoding: chunked"))) {
            for (int i = 0; i < 40 && client.piece(new byte[10]); i++) {
                SlowClient.pause(PAUSE);
            }
            assertThat(client.answer()).startsWith("HTTP/1.1 408").contains("request-timeout");
        }
    }

    @Test
    void a_service_that_does_not_take_the_file_is_given_up_and_holds_up_nothing() throws IOException {
        // More than there are connections to the service, so each has to be free again afterwards.
        for (int i = 0; i < 6; i++) {
            try (SlowClient client = SlowClient.open(head("tickets/stuck/attachments", "Content-Length: " + FILE))) {
                client.tryRaw(new byte[FILE]);
                assertThat(client.answer()).startsWith("HTTP/1.1 504").contains("upstream-timeout");
            }
        }
        given().get("/api/v1/tickets/echo").then().statusCode(200);
    }

    @Test
    void who_is_refused_at_once_is_told_so() throws IOException {
        try (SlowClient client = SlowClient.open(head("tickets/refusing/attachments", "Transfer-Encoding: chunked"))) {
            client.piece(new byte[1000]);
            assertThat(client.answer()).startsWith("HTTP/1.1 403").contains("not yours");
        }
        given().get("/api/v1/tickets/echo").then().statusCode(200);
    }

    private static String head(String path, String header) {
        return "POST /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                + header + "\r\n\r\n";
    }
}
