package helpdesk.gateway.proxy;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Ends connections on which the other side moves nothing any more. */
final class Severance {

    private Severance() {}

    /**
     * Closes the connection at once. Vert.x, and its handler of the channel, would first wait until everything written is out:
     * for ever where nobody reads, with all that waits to be read in memory.
     */
    static void cut(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            base.channelHandlerContext().close();
        } else if (connection != null) {
            connection.close();
        }
    }
}
