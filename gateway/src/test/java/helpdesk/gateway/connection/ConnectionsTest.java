package helpdesk.gateway.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What slow and idle clients do to a server, over raw sockets. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
@TestProfile(ShortPatience.class)
class ConnectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String REQUEST = "GET /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void who_never_ends_the_head_of_a_request_is_closed_however_steadily_it_comes() throws IOException {
        Socket slow = open();
        slow.getOutputStream()
                .write("GET /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\n".getBytes(StandardCharsets.US_ASCII));
        Awaitility.await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> isClosedAfter(slow, "X-Slow: a\r\n"));
    }

    @Test
    void the_head_of_a_second_request_has_to_come_as_quickly() throws IOException {
        Socket slow = open();
        for (int i = 0; i < 3; i++) {
            slow.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            assertThat(readSome(slow)).startsWith("HTTP/1.1 200");
        }
        Awaitility.await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> isClosedAfter(slow, "G"));
    }

    @Test
    void a_body_and_an_answer_may_last_longer_than_a_head() throws IOException {
        Socket slow = open();
        slow.getOutputStream()
                .write("POST /api/v1/tickets/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        int[] sent = {0};
        Awaitility.await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> {
            slow.getOutputStream().write('a');
            return ++sent[0] == 5;
        });
        slow.getOutputStream().write("aaaaaaa".getBytes(StandardCharsets.US_ASCII));
        assertThat(readSome(slow)).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_thousand_connections_on_which_nothing_happens_keep_nobody_waiting() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            open();
        }
        for (int i = 0; i < 50; i++) {
            given().get("/api/v1/tickets/echo").then().statusCode(200);
        }
    }

    @Test
    void one_connection_too_many_is_closed_and_there_is_room_again_when_others_have_gone() throws IOException {
        for (int i = 0; i < ShortPatience.CONNECTIONS; i++) {
            open();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> isClosedAfter(open(), REQUEST));
        close();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            Socket another = open();
            another.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return readSome(another).startsWith("HTTP/1.1 200");
        });
    }

    private Socket open() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        sockets.add(socket);
        return socket;
    }

    private static String readSome(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        byte[] some = new byte[4_096];
        int read = socket.getInputStream().read(some);
        return read < 0 ? "" : new String(some, 0, read, StandardCharsets.ISO_8859_1);
    }

    private static boolean isClosedAfter(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
