package helpdesk.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What a service says about itself at {@code /q/health/ready}.
 *
 * @param ready whether it can serve
 * @param detail what it said, for a person looking for the reason; empty if it said nothing
 */
public record Readiness(boolean ready, String detail) {

    private static final int TIMEOUT_MILLIS = 3000;
    private static final int LONGEST_DETAIL = 2000;

    /** @return the answer of the service at this port of 127.0.0.1; not ready if there is none within three seconds */
    public static Readiness ask(String host, int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://%s:%d/q/health/ready".formatted(host, port))
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            return new Readiness(status == HttpURLConnection.HTTP_OK, body(connection));
        } catch (IOException notYet) {
            return new Readiness(false, "");
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream stream =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return stream == null ? "" : new String(stream.readNBytes(LONGEST_DETAIL), StandardCharsets.UTF_8);
        }
    }
}
