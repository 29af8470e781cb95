package helpdesk.ticket.attachment;

import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;

/** The bytes of attachments, in parts, so that no file is ever in memory as a whole. */
@ApplicationScoped
public class AttachmentContent {

    private static final int PART = 256 * 1024;

    private final Sql sql;

    AttachmentContent(Sql sql) {
        this.sql = sql;
    }

    void write(UUID attachment, java.nio.file.Path content) {
        try (InputStream bytes = Files.newInputStream(content)) {
            byte[] part = bytes.readNBytes(PART);
            for (int position = 0; part.length > 0; position++) {
                sql.execute(
                        "insert into attachment_part (attachment_id, position, content) values (?, ?, ?)",
                        attachment,
                        position,
                        part);
                part = bytes.readNBytes(PART);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands the bytes on, part by part; holds nothing of the database while the receiver takes its time. */
    void read(UUID attachment, OutputStream receiver) throws IOException {
        for (int position = 0; true; position++) {
            int next = position;
            Optional<byte[]> part = QuarkusTransaction.requiringNew()
                    .call(() -> sql.first(
                            "select content from attachment_part where attachment_id = ? and position = ?",
                            row -> row.getBytes(1),
                            attachment,
                            next));
            if (part.isEmpty()) {
                return;
            }
            receiver.write(part.get());
        }
    }
}
