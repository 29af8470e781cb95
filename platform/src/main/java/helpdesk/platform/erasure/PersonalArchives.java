package helpdesk.platform.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.ZipOutputStream;
import org.hibernate.Session;

/** Puts all that this service holds on a person into an archive. */
@ApplicationScoped
public class PersonalArchives {

    private static final int LONGEST_SECONDS = 600;

    private final Instance<PersonalData> data;
    private final Session session;
    private final ObjectMapper json;

    PersonalArchives(@Any Instance<PersonalData> data, Session session, ObjectMapper json) {
        this.data = data;
        this.session = session;
        this.json = json;
    }

    /** Writes the archive, bit by bit. A failure breaks it off, so that nobody takes the part for the whole. */
    public void write(UUID subject, OutputStream out) throws IOException {
        // Not closed in any case: a part must not end like a whole.
        ZipOutputStream zip = new ZipOutputStream(out);
        try {
            PersonalArchive archive = new PersonalArchive(zip, session, json);
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> write(subject, archive));
            zip.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(UUID subject, PersonalArchive archive) {
        try {
            for (PersonalData part : data) {
                part.write(subject, archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
