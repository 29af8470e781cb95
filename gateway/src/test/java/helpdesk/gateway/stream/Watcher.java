package helpdesk.gateway.stream;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
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

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    record Message(String id, String data) {
        String eventId() {
            return JsonPath.from(data).getString("id");
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

    private static Watcher openAt(String path, String authorization, String lastEventId) {
        try {
            Watcher watcher = new Watcher(new Socket("localhost", RestAssured.port));
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization
                    + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
            watcher.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(watcher::read);
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

    private void read() {
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
