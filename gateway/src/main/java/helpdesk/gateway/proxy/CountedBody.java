package helpdesk.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** A request's body on its way through, counted, so that it fails when it grows beyond its limit. Nothing is buffered. */
final class CountedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private Handler<Throwable> onFailure;
    private long seen;
    private boolean complete;

    CountedBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Whether the client sent more than it may. */
    boolean exceeded() {
        return seen > limit;
    }

    /** Whether all of the body has come. */
    boolean complete() {
        return complete;
    }

    @Override
    public CountedBody handler(Handler<Buffer> handler) {
        request.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        boolean before = exceeded();
        seen += buffer.length();
        if (!exceeded()) {
            handler.handle(buffer);
        } else if (!before && onFailure != null) {
            onFailure.handle(new IllegalStateException("The body is larger than it may be"));
        }
    }

    @Override
    public CountedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedBody endHandler(Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            complete = true;
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public CountedBody pause() {
        request.pause();
        return this;
    }

    @Override
    public CountedBody resume() {
        request.resume();
        return this;
    }

    @Override
    public CountedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
