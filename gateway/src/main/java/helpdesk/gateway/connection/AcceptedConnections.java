package helpdesk.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Gives each connection its {@link HeadTimeout} in the moment in which it is accepted: the server itself tells of a connection
 * only when the head of its first request is there.
 */
@ApplicationScoped
class AcceptedConnections {

    private final Vertx vertx;

    AcceptedConnections(Vertx vertx) {
        this.vertx = vertx;
    }

    void watchPlain(@ObservesAsync HttpServerStart listening) {
        watchServers();
    }

    void watchTls(@ObservesAsync HttpsServerStart listening) {
        watchServers();
    }

    private void watchServers() {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        for (EventExecutor acceptor : context.owner().getAcceptorEventLoopGroup()) {
            if (acceptor instanceof SingleThreadEventLoop loop) {
                loop.execute(
                        () -> loop.registeredChannelsIterator().forEachRemaining(AcceptedConnections::watchServer));
            }
        }
    }

    private static void watchServer(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(Acceptance.class) == null) {
            channel.pipeline().addFirst(new Acceptance());
        }
    }

    @ChannelHandler.Sharable
    private static final class Acceptance extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addLast(new HeadTimeout());
            }
            context.fireChannelRead(accepted);
        }
    }
}
