package helpdesk.gateway.proxy;

import static helpdesk.gateway.Gateway.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies and request lines that test the borders of HTTP. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class ProxyBodiesTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void a_body_of_one_mebibyte_goes_through() {
        given().contentType("application/octet-stream")
                .body(new byte[MIB])
                .post("/api/v1/tickets/echo")
                .then()
                .statusCode(200)
                .body("length", equalTo(MIB));
    }

    @Test
    void a_larger_body_is_refused_by_its_announced_length() {
        for (String path : new String[] {"/api/v1/tickets/echo", "/api/v1/accounts", "/api/v1/nothing"}) {
            given().contentType("application/octet-stream")
                    .body(new byte[MIB + 1])
                    .post(path)
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("code", equalTo("body-too-large"));
        }
    }

    @Test
    void a_larger_chunked_body_is_refused_while_it_comes() throws IOException {
        String answer = RawHttp.send(chunked("/api/v1/tickets/echo", 20, 100_000));
        assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large", "application/problem+json");
    }

    @Test
    void a_chunked_body_within_the_limit_goes_through() throws IOException {
        String answer = RawHttp.send(chunked("/api/v1/tickets/echo", 3, 100_000));
        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"length\":300000");
    }

    @Test
    void a_larger_chunked_body_is_refused_by_the_gateways_own_resources_too() throws IOException {
        byte[] request = chunked("/api/v1/auth/token", 20, 100_000);
        assertThat(RawHttp.send(request)).startsWith("HTTP/1.1 413").contains("body-too-large");
    }

    @Test
    void a_length_beyond_all_numbers_is_refused() throws IOException {
        assertThat(RawHttp.send(post("Content-Length: 99999999999999999999", "")))
                .startsWith("HTTP/1.1 4");
        assertThat(RawHttp.send(post("Content-Length: -1", ""))).startsWith("HTTP/1.1 400");
    }

    @Test
    void two_lengths_make_one_request_at_most() throws IOException {
        String smuggled = "GET /api/v1/tickets/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        String answer = RawHttp.send(post(
                "Content-Length: " + (5 + smuggled.length()) + "\r\nTransfer-Encoding: chunked",
                "0\r\n\r\n" + smuggled));
        // The body is chunked and empty, however long it was said to be; what follows is a request like any other.
        assertThat(answer.split("HTTP/1\\.1 ", -1).length - 1).isLessThanOrEqualTo(2);
        assertThat(answer).doesNotContain("\"length\":" + (5 + smuggled.length()));
        assertThat(RawHttp.send(post("Content-Length: 5\r\nContent-Length: 6", "hello!")))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void line_breaks_in_headers_do_not_make_headers() throws IOException {
        String answer = RawHttp.send("GET /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\n"
                + "X-Request-Id: a\rX-Forwarded-User: admin\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("admin");
        given().header("X-Request-Id", "a b<script>")
                .get("/api/v1/tickets/echo")
                .then()
                .statusCode(200)
                .header("X-Request-Id", org.hamcrest.Matchers.matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void methods_nobody_needs_are_refused() throws IOException {
        assertThat(RawHttp.send("TRACE /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\r\n");
    }

    @Test
    void an_upgrade_to_a_websocket_is_not_handed_on() throws IOException {
        String answer = RawHttp.send(
                "GET /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZQ==\r\n\r\n");
        assertThat(answer).doesNotContain("101 Switching").doesNotContain("\"upgrade\"");
    }

    @Test
    void a_client_that_wants_to_be_asked_for_its_body_is_asked() throws IOException {
        String answer = RawHttp.send(post("Expect: 100-continue\r\nContent-Length: 5", "hello"));
        assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200", "\"body\":\"hello\"");
    }

    @Test
    void a_client_that_stops_in_the_middle_of_its_body_is_let_go() throws IOException {
        assertThat(RawHttp.send(post("Content-Length: 50", "only this")))
                .startsWith("HTTP/1.1 408")
                .contains("request-timeout");
    }

    @Test
    void an_answer_that_breaks_off_is_not_passed_off_as_whole() throws IOException {
        String answer =
                RawHttp.send("GET /api/v1/tickets/break HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.contains("HTTP/1.1 502") || answer.contains("content-length: 1000") && answer.length() < 1000)
                .as(answer)
                .isTrue();
    }

    @Test
    void bad_bodies_of_the_gateways_own_resources_are_problems() {
        for (String body : new String[] {"{", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"\\u0000\"}"}) {
            as("admin")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/v1/api-keys")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_bottomless_body_is_a_problem() throws IOException {
        String body = "[".repeat(100_000);
        assertThat(RawHttp.send("POST /api/v1/auth/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    private static String post(String headers, String body) {
        return "POST /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n\r\n"
                + body;
    }

    private static byte[] chunked(String path, int chunks, int size) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks; i++) {
            request.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(" ".repeat(size).getBytes(StandardCharsets.US_ASCII));
            request.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        request.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return request.toByteArray();
    }
}
