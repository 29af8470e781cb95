package helpdesk.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What smugglers send: each is refused or made harmless here, and the connection is closed. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class RequestRulesTest {

    private static final int PATIENCE_MILLIS = 8_000;
    private static final String TARGET = "/api/v1/tickets/echo";
    private static final String SMUGGLED = "GET /api/v1/tickets/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** The request line is before it, an empty line and what is smuggled are behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nContent-Length: 5\r\nContent-Length: 6",
                "Host: localhost\r\nContent-Length: 5, 6",
                "Host: localhost\r\nContent-Length: +5",
                "Host: localhost\r\nContent-Length: 0x5",
                "Host: localhost\r\nContent-Length: 5 5",
                "Host: localhost\r\nTransfer-Encoding: xchunked",
                "Host: localhost\r\nTransfer-Encoding: identity",
                "Host: localhost\r\nTransfer-Encoding: \u000bchunked",
                "Host: localhost\r\nTransfer-Encoding : chunked",
                "Host: localhost\r\nTransfer-Encoding\u0000: chunked",
                "Host: localhost\r\nX-Space : before the colon",
                "Host: localhost\r\nX-Nul: a\u0000b",
                "Host: localhost\r\nX-Return: a\rX-Forwarded-User: admin",
                "Host: localhost\r\nX-Escape: a\u001bb",
                "Host: localhost\r\n: no name",
                "Host: localhost\r\nno colon",
                "Host: localhost\r\nX(Odd): name",
                "X-No: host",
                "Host: localhost\r\nHost: other",
                "Host: localhost, other",
                "Host: local host",
                "Host: user@localhost",
                "Host: localhost/path",
                "Host:"
            })
    void a_head_that_can_be_understood_in_two_ways_is_refused(String headers) throws IOException {
        refused("POST " + TARGET + " HTTP/1.1\r\n" + headers + "\r\n\r\n" + SMUGGLED, "400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://localhost/api/v1/tickets/echo HTTP/1.1",
                "GET http://other.example.org/api/v1/tickets/echo HTTP/1.1",
                "GET api/v1/tickets/echo HTTP/1.1",
                "GET *  HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT localhost:8081 HTTP/1.1",
                "GET /api/v1/tickets/echo#part HTTP/1.1",
                "GET /api/v1/tickets/\u00e9cho HTTP/1.1",
                "GET /api/v1/tickets/echo HTTP/3.7 x",
                "G(T /api/v1/tickets/echo"
            })
    void a_target_that_is_no_path_is_refused(String line) throws IOException {
        refused(line + "\r\nHost: localhost\r\n\r\n" + SMUGGLED, "40");
    }

    /** Quarkus refuses them; where such a request ends is beyond doubt. */
    @ParameterizedTest
    @ValueSource(strings = {"\\api\\v1\\tickets\\echo", "/api/v1/tickets/\u0001echo", "/api/v1/tickets/\"echo"})
    void a_target_with_characters_that_may_not_be_there_is_refused(String target) throws IOException {
        refused("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "400");
    }

    @Test
    void a_body_with_two_lengths_ends_its_connection_and_what_follows_is_no_request() throws IOException {
        String answer = send("POST " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + (5 + SMUGGLED.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);
        assertThat(answer)
                .containsOnlyOnce("HTTP/1.1 ")
                .doesNotContain("smuggled")
                .containsIgnoringCase("connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "5\r\nhello!!\r\n0\r\n\r\n"})
    void a_piece_of_a_body_without_a_proper_size_is_not_taken(String body) throws IOException {
        String answer = send("POST " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + body + SMUGGLED);
        assertThat(answer).doesNotContain("smuggled").doesNotContain("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked, identity", "gzip, chunked", "chunked\r\nTransfer-Encoding: chunked"})
    void more_than_one_coding_is_refused(String codings) throws IOException {
        refused(
                "POST " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + codings + "\r\n\r\n0\r\n\r\n"
                        + SMUGGLED,
                "400");
    }

    @Test
    void a_folded_header_reaches_the_service_as_one_line() throws IOException {
        String answer = send("GET " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "X-Folded: a\r\n X-Forwarded-User: admin\r\n\r\n");
        assertThat(answer).doesNotContain("\"x-forwarded-user\"");
    }

    @Test
    void lines_that_end_without_a_return_are_refused() throws IOException {
        refused("GET " + TARGET + " HTTP/1.1\nHost: localhost\nX-Forwarded-User: admin\n\n" + SMUGGLED, "400");
        refused("GET " + TARGET + " HTTP/1.1\r\nHost: localhost\nX-Forwarded-User: admin\r\n\r\n" + SMUGGLED, "400");
    }

    @Test
    void headers_without_end_are_refused() throws IOException {
        refused("GET " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n", "431");
        refused("GET " + TARGET + " HTTP/1.1\r\nHost: localhost\r\n" + "X-Many: a\r\n".repeat(101) + "\r\n", "431");
        refused("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "4");
    }

    @Test
    void what_only_the_gateway_sets_cannot_be_struck_out_by_naming_it() throws IOException {
        String answer = send("POST " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                + "Connection: close, X-Request-Id, X-Forwarded-For, X-Forwarded-Proto, Host, Content-Length\r\n"
                + "X-Request-Id: mine\r\nX-Forwarded-For: 10.0.0.1\r\nFORWARDED: for=10.0.0.1\r\n"
                + "x-REAL-ip: 10.0.0.1\r\n\r\nhello");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"x-request-id\":\"mine\"", "\"x-forwarded-for\":\"127.0.0.1\"", "\"body\":\"hello\"")
                .contains("\"x-forwarded-proto\":\"http\"", "\"host\":")
                .doesNotContain("10.0.0.1");
    }

    private static void refused(String request, String status) throws IOException {
        String answer = send(request);
        assertThat(answer).startsWith("HTTP/1.").doesNotContain("smuggled", "HTTP/1.1 200", "HTTP/1.0 200");
        assertThat(answer.substring(9)).startsWith(status);
        assertThat(answer.split("HTTP/1\\.[01] ", -1)).hasSize(2);
    }

    /** All that comes back until the gateway closes the connection, as it must. */
    private static String send(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
            }
            return answer.toString();
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("The connection was not closed after " + answer, stillOpen);
        }
    }
}
