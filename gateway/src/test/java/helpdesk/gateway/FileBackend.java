package helpdesk.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Serves files as ticket-service does, in every way that matters to a proxy. */
public final class FileBackend {

    /** How many bytes a large file has. */
    public static final long LARGE = 200L * 1024 * 1024;

    private static final Buffer PIECE = Buffer.buffer(new byte[64 * 1024]);
    private static final int DRIPS = 12;
    private static final long PAUSE_MILLIS = 250;

    /** Outside of all class loaders: tests ask how much was handed out. */
    private static final String HANDED_OUT = "helpdesk.test.handed-out";

    private FileBackend() {}

    /** How many bytes of large files were handed out since {@link #reset}. */
    public static long handedOut() {
        return Long.getLong(HANDED_OUT, 0);
    }

    public static void reset() {
        System.setProperty(HANDED_OUT, "0");
    }

    static void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String way = request.getParam("way", "small");
        switch (way) {
            case "large" -> {
                response.putHeader("Content-Length", Long.toString(LARGE));
                flood(response, 0);
            }
            case "endless-looking" -> {
                response.setChunked(true);
                flood(response, 0);
            }
            case "drip" -> {
                response.setChunked(true);
                drip(response, 0);
            }
            case "stall" -> response.putHeader("Content-Length", "5000").write("only this");
            default -> small(response);
        }
    }

    private static void small(HttpServerResponse response) {
        response.putHeader("Content-Type", "text/html")
                .putHeader("Content-Disposition", "attachment; filename=\"a.html\"")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .putHeader("Cache-Control", "private, no-store")
                .putHeader("ETag", "\"abc\"")
                .end("<script>");
    }

    private static void flood(HttpServerResponse response, long written) {
        long sent = written;
        while (sent < LARGE && !response.writeQueueFull()) {
            response.write(PIECE);
            sent += PIECE.length();
        }
        System.setProperty(HANDED_OUT, Long.toString(sent));
        if (sent >= LARGE) {
            response.end();
            return;
        }
        long soFar = sent;
        response.drainHandler(drained -> flood(response, soFar));
    }

    private static void drip(HttpServerResponse response, int drop) {
        if (drop == DRIPS) {
            response.end();
            return;
        }
        response.write("drop " + drop + "\n");
        Context context = Vertx.currentContext();
        context.owner().setTimer(PAUSE_MILLIS, over -> drip(response, drop + 1));
    }
}
