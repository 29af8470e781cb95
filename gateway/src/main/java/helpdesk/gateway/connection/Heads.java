package helpdesk.gateway.connection;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the {@link HeadTimeout} of a connection when the head of a request is there, and when its answer is out. */
@ApplicationScoped
class Heads {

    private static final int BEFORE_EVERYTHING = 10_100;

    void install(@Observes Filters filters) {
        filters.register(this::note, BEFORE_EVERYTHING);
    }

    private void note(RoutingContext context) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            Channel channel = connection.channelHandlerContext().channel();
            HeadTimeout timeout = HeadTimeout.of(channel);
            if (timeout != null) {
                timeout.headCame();
                // Over HTTP/2 requests come beside each other: what comes next is not always a head.
                if (context.request().version() != HttpVersion.HTTP_2) {
                    context.addEndHandler(done -> channel.eventLoop().execute(timeout::answered));
                }
            }
        }
        context.next();
    }
}
