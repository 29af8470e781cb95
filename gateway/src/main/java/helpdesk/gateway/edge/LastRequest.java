package helpdesk.gateway.edge;

import io.netty.util.AttributeKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Connections that end with the request at hand. A client may have sent more behind it already, which the server would go on
 * to read as another request: it must not be taken for one.
 */
final class LastRequest {

    private static final AttributeKey<Boolean> SEEN = AttributeKey.valueOf(LastRequest.class.getName());
    private static final long MOMENT_MILLIS = 1_000;

    private LastRequest() {}

    /** From now on nothing that comes over this connection is a request. */
    static void mark(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channelHandlerContext().channel().attr(SEEN).set(true);
        }
    }

    /** Whether the last request of this connection has come already. */
    static boolean isOver(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                && Boolean.TRUE.equals(
                        base.channelHandlerContext().channel().attr(SEEN).get());
    }

    /** Closes the connection when what was written is out, or after a moment, because Vert.x would wait for ever. */
    static void end(Vertx vertx, HttpConnection connection) {
        connection.close();
        if (connection instanceof ConnectionBase base) {
            vertx.setTimer(MOMENT_MILLIS, over -> base.channelHandlerContext().close());
        }
    }
}
