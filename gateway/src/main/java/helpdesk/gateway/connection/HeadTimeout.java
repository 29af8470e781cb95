package helpdesk.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Closes a connection whose client begins a request and does not come to the end of its head, however steadily it sends: each
 * byte would keep an idle time-out away. Lives on the event loop of its connection.
 */
final class HeadTimeout extends ChannelInboundHandlerAdapter {

    static final String SETTING = "helpdesk.connection.head-timeout";

    private static final AttributeKey<HeadTimeout> KEY = AttributeKey.valueOf(HeadTimeout.class.getName());
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Duration patience =
            ConfigProvider.getConfig().getOptionalValue(SETTING, Duration.class).orElse(USUAL);
    private boolean awaited = true;
    private ScheduledFuture<?> timer;

    /** That of a connection, or null. */
    static HeadTimeout of(Channel connection) {
        return connection.attr(KEY).get();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(KEY).set(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (awaited && timer == null) {
            timer = context.executor().schedule(() -> over(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    /** The head of a request is there. */
    void headCame() {
        awaited = false;
        stop();
    }

    /** The request is answered; what comes next is the head of another one. */
    void answered() {
        awaited = true;
    }

    private void over(ChannelHandlerContext context) {
        if (awaited) {
            context.close();
        }
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
