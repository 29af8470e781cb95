package helpdesk.gateway.proxy;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to the gateway exactly what a test wants, also what no proper client would. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 4_000;

    private RawHttp() {}

    /** All that comes back until the gateway closes the connection or is silent for a moment after an answer. */
    static String send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String send(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (IOException closedWhileSending) {
                // The answer may be there already.
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException reset) {
            // What came before counts.
        }
        return answer.toString();
    }
}
