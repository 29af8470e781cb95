package helpdesk.gateway.proxy;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A client that sends and reads at its own pace. */
final class SlowClient implements Closeable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    private SlowClient(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of a request. */
    static SlowClient open(String head) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        SlowClient client = new SlowClient(socket);
        client.raw(head.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    /** Does nothing for a while: to be slow is what this client is there for. */
    static void pause(Duration pause) {
        Awaitility.await().pollDelay(pause).until(() -> true);
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends as much as the gateway takes, beside whoever reads the answer. */
    void tryRaw(byte[] bytes) {
        Thread.ofVirtual().start(() -> {
            try {
                raw(bytes);
            } catch (IOException closed) {
                // The answer may be there already.
            }
        });
    }

    /** Sends a piece of a chunked body; false when the gateway does not take it any more. */
    boolean piece(byte[] bytes) {
        try {
            raw((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            raw(bytes);
            raw("\r\n".getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The end of a chunked body. */
    void end() throws IOException {
        raw("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** What the gateway says first, or until it closes the connection. */
    String answer() {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                answer.write(buffer, 0, n);
                if (in.available() == 0
                        && answer.toString(StandardCharsets.US_ASCII).contains("\r\n\r\n")) {
                    break;
                }
            }
        } catch (IOException closed) {
            // What came before counts.
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }

    /** Reads all there is, and counts the bytes. */
    long readToEnd() throws IOException {
        long read = 0;
        byte[] buffer = new byte[64 * 1024];
        InputStream in = socket.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            read += n;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
