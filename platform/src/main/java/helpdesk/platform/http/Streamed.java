package helpdesk.platform.http;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is written bit by bit while it is sent, so that it is never in memory as a whole. */
public final class Streamed {

    private final Source source;

    /** @param source called once, on a thread that may wait */
    public Streamed(Source source) {
        this.source = source;
    }

    void writeTo(OutputStream out) throws IOException {
        source.writeTo(out);
    }

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {

        /** Writes all of them. A failure breaks the answer off, so that nobody takes the part for the whole. */
        void writeTo(OutputStream out) throws IOException;
    }
}
