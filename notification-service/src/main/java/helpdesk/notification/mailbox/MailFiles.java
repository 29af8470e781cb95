package helpdesk.notification.mailbox;

import helpdesk.notification.mailbox.mime.MailFile;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bytes of mails and of the files that came with them. */
@ApplicationScoped
class MailFiles {

    private static final int PART = 256 * 1024;

    private static final String INSERT = """
            insert into mail_attachment (mail_id, number, name, content_type, harmful, content_id, size, sha256, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String RAW_PART = "select substring(content from ? for ?) from mail_raw where mail_id = ?";

    private static final String FILE_PART =
            "select substring(content from ? for ?) from mail_attachment where mail_id = ? and number = ?";

    private final Sql sql;

    MailFiles(Sql sql) {
        this.sql = sql;
    }

    void keepRaw(UUID mail, byte[] raw) {
        sql.execute("insert into mail_raw (mail_id, content) values (?, ?)", mail, raw);
    }

    /** All bytes of the mail; empty when they are not here. */
    Optional<byte[]> raw(UUID mail) {
        return sql.first("select content from mail_raw where mail_id = ?", row -> row.getBytes(1), mail);
    }

    /** Keeps the files of a mail in place of those that were kept before. */
    void keep(UUID mail, List<MailFile> files) {
        sql.execute("delete from mail_attachment where mail_id = ?", mail);
        for (MailFile file : files) {
            sql.execute(
                    INSERT,
                    mail,
                    file.number(),
                    file.name(),
                    file.contentType(),
                    file.harmful(),
                    file.contentId(),
                    (long) file.content().length,
                    sha256(file.content()),
                    file.content());
        }
    }

    /** The files of a mail, without their bytes. */
    List<MailAttachmentView> of(UUID mail) {
        return sql.list(
                "select number, name, content_type, harmful, size, sha256 from mail_attachment where mail_id = ? order by number",
                row -> new MailAttachmentView(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getLong(5),
                        row.getString(6),
                        MailReceived.place(mail, row.getInt(1))),
                mail);
    }

    void writeRaw(UUID mail, OutputStream receiver) throws IOException {
        write(receiver, from -> sql.first(RAW_PART, row -> row.getBytes(1), from, PART, mail));
    }

    void writeFile(UUID mail, int number, OutputStream receiver) throws IOException {
        write(receiver, from -> sql.first(FILE_PART, row -> row.getBytes(1), from, PART, mail, number));
    }

    /** Holds nothing of the database while the receiver takes its time. */
    private static void write(OutputStream receiver, Parts parts) throws IOException {
        int from = 1;
        byte[] part;
        do {
            int next = from;
            part = QuarkusTransaction.requiringNew()
                    .call(() -> parts.from(next))
                    .orElse(new byte[0]);
            receiver.write(part);
            from += PART;
        } while (part.length == PART);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Reads a part. */
    @FunctionalInterface
    private interface Parts {
        Optional<byte[]> from(int position);
    }
}
