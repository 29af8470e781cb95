package helpdesk.platform.erasure;

import java.io.IOException;
import java.util.UUID;

/** How a service tells all that it holds on a person (GDPR articles 15 and 20). Implemented by a bean for each kind of rows. */
public interface PersonalData {

    /** Writes all of it. Called in a transaction; a person of whom nothing is held leaves the archive empty. */
    void write(UUID subject, PersonalArchive archive) throws IOException;
}
