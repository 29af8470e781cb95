package helpdesk.ticket.privacy;

import helpdesk.platform.persistence.Sql;
import java.io.InputStream;
import java.util.UUID;

/** A file as it is kept, part by part: never as a whole in memory. */
final class FileParts extends InputStream {

    private static final byte[] NOTHING = {};

    private final Sql sql;
    private final UUID file;
    private byte[] part = NOTHING;
    private int next;
    private int parts;
    private boolean ended;

    FileParts(Sql sql, UUID file) {
        super();
        this.sql = sql;
        this.file = file;
    }

    @Override
    public int read() {
        return hasMore() ? part[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, part.length - next);
        System.arraycopy(part, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean hasMore() {
        if (next == part.length && !ended) {
            part = sql.first(
                            "select content from attachment_part where attachment_id = ? and position = ?",
                            row -> row.getBytes(1),
                            file,
                            parts++)
                    .orElse(NOTHING);
            next = 0;
            ended = part.length == 0;
        }
        return !ended;
    }
}
