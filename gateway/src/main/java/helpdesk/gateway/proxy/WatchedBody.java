package helpdesk.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body on its way through. It is counted, so that it fails when it grows beyond its limit, and tells when it moves.
 * Nothing is buffered: it is read as fast as the other side takes it.
 */
final class WatchedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private Runnable onMove = () -> {};
    private Runnable onEnd = () -> {};
    private Handler<Throwable> onFailure;
    private long seen;
    private boolean awaited;
    private boolean complete;

    /**
     * A body of at most so many bytes.
     *
     * @param source paused
     */
    WatchedBody(ReadStream<Buffer> source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    /**
     * Tells who watches it.
     *
     * @param moved run when bytes came, and when the other side has taken those that waited
     * @param ended run when all has come
     */
    void watch(Runnable moved, Runnable ended) {
        onMove = moved;
        onEnd = ended;
    }

    /** Whether more came than may. */
    boolean exceeded() {
        return seen > limit;
    }

    /** Whether all of the body has come. */
    boolean complete() {
        return complete;
    }

    /** Whether the next bytes are waited for; if not, the other side has to take some first. */
    boolean awaited() {
        return awaited;
    }

    @Override
    public WatchedBody handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        boolean before = exceeded();
        seen += buffer.length();
        onMove.run();
        if (!exceeded()) {
            handler.handle(buffer);
        } else if (!before && onFailure != null) {
            onFailure.handle(new IllegalStateException("The body is larger than it may be"));
        }
    }

    @Override
    public WatchedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public WatchedBody endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            complete = true;
                            onEnd.run();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public WatchedBody pause() {
        awaited = false;
        source.pause();
        return this;
    }

    @Override
    public WatchedBody resume() {
        awaited = true;
        onMove.run();
        source.resume();
        return this;
    }

    @Override
    public WatchedBody fetch(long amount) {
        awaited = true;
        onMove.run();
        source.fetch(amount);
        return this;
    }
}
