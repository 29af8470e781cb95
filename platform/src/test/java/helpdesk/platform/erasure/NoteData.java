package helpdesk.platform.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Notes are their own subjects here. */
@ApplicationScoped
class NoteData implements PersonalData {

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        archive.rows("notes", "select id, text, written_at from note where id = any(?) order by id", subject);
        archive.rows("nothing", "select id from note where id = any(?) and false", subject);
        archive.file("files/hello.txt", new ByteArrayInputStream("Grüß Gott".getBytes(StandardCharsets.UTF_8)));
    }
}
