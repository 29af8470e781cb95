package helpdesk.platform.erasure;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hibernate.Session;

/** A ZIP archive that is written while it is sent: rows as JSON, files as they are. Nothing is in memory as a whole. */
public final class PersonalArchive {

    private static final int ROWS_AT_ONCE = 200;

    private final ZipOutputStream zip;
    private final Session session;
    private final ObjectMapper json;

    PersonalArchive(ZipOutputStream zip, Session session, ObjectMapper json) {
        this.zip = zip;
        this.session = session;
        this.json = json;
    }

    /**
     * Adds {@code <name>.json}, an array with an object for each row; nothing when there are none.
     *
     * @param statement its rows are objects under the names of their columns
     * @param ids what the one question mark stands for
     */
    public void rows(String name, String statement, UUID... ids) throws IOException {
        try {
            session.doWork(connection -> {
                try (PreparedStatement prepared = connection.prepareStatement(
                        "select to_jsonb(found)::text from (%s) as found".formatted(statement))) {
                    prepared.setFetchSize(ROWS_AT_ONCE);
                    prepared.setArray(1, connection.createArrayOf("uuid", ids));
                    try (ResultSet rows = prepared.executeQuery()) {
                        write(name, rows);
                    }
                }
            });
        } catch (UncheckedArchiveException e) {
            throw e.failure();
        }
    }

    /** Adds a file. */
    public void file(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.transferTo(zip);
        zip.closeEntry();
    }

    private void write(String name, ResultSet rows) throws SQLException {
        try {
            if (!rows.next()) {
                return;
            }
            zip.putNextEntry(new ZipEntry(name + ".json"));
            try (JsonGenerator generator =
                    json.createGenerator(new Unclosed(zip)).useDefaultPrettyPrinter()) {
                generator.writeStartArray();
                do {
                    generator.writeTree(json.readTree(rows.getString(1).getBytes(StandardCharsets.UTF_8)));
                } while (rows.next());
                generator.writeEndArray();
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedArchiveException(e);
        }
    }

    /** Whoever writes an entry does not close the archive. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Carries a failure of the archive through the session. */
    private static final class UncheckedArchiveException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UncheckedArchiveException(IOException cause) {
            super(cause);
        }

        IOException failure() {
            return (IOException) getCause();
        }
    }
}
