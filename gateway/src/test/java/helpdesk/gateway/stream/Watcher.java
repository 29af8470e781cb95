package helpdesk.gateway.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A client of the stream that keeps what it gets. */
final class Watcher implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    record Message(String id, String data) {
        String eventId() {
            try {
                return JSON.readTree(data).get("id").asText();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Watcher(Socket socket) {
        this.socket = socket;
    }

    static Watcher open(String query, String token, String lastEventId) {
        return openAt("/api/v1/events/stream" + query, "Authorization: Bearer " + token + "\r\n", lastEventId);
    }

    /** Of a request, by the token of its link. */
    static Watcher ofRequest(String link, String lastEventId) {
        return openAt("/api/v1/requests/" + link + "/stream", "", lastEventId);
    }

    /** One that asks, and takes nothing of the answer until it is told to. */
    static Watcher lazy(String query, String token) {
        return ask("/api/v1/events/stream" + query, "Authorization: Bearer " + token + "\r\n", null);
    }

    /** Begins to take what comes. */
    Watcher read() {
        Thread.ofVirtual().start(this::take);
        return this;
    }

    private static Watcher openAt(String path, String authorization, String lastEventId) {
        return ask(path, authorization, lastEventId).read();
    }

    private static Watcher ask(String path, String authorization, String lastEventId) {
        try {
            Watcher watcher = new Watcher(new Socket("localhost", RestAssured.port));
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization
                    + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
            watcher.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return watcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the first sign of life. */
    void awaitOpen() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lines.stream()
                .anyMatch(line -> line.startsWith(":")));
    }

    /** Waits for the first line of the answer. */
    String awaitStatusLine() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !lines.isEmpty());
        return lines.getFirst();
    }

    /** Everything that came, as it came. */
    List<String> lines() {
        return lines;
    }

    List<Message> messages() {
        return messages;
    }

    private void take() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String id = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    messages.add(new Message(id, line.substring(5).strip()));
                }
            }
        } catch (IOException closed) {
            // The test has seen enough.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
