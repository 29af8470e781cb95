package helpdesk.platform.http;

import helpdesk.platform.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A body that refuses to be read beyond its limit. */
public final class CountedBody extends FilterInputStream {

    private final Supplier<Problem> tooLarge;
    private long left;

    /**
     * Guards a body.
     *
     * @param limit how many bytes may be read, 0 and more
     * @param tooLarge what is thrown beyond them
     */
    public CountedBody(InputStream body, long limit, Supplier<Problem> tooLarge) {
        super(body);
        this.left = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLarge.get();
        }
    }
}
