package helpdesk.gateway.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All that the log has about a person. */
@ApplicationScoped
public class EventsAbout {

    private static final int ROWS_AT_ONCE = 200;

    private static final String ABOUT = """
            select position, envelope::text from logged_event
            where position > ? and %s and jsonb_exists(envelope, 'data') order by position limit ?""".formatted(PersonalLinks.ABOUT);

    private final Sql sql;
    private final PersonalLinks links;
    private final ObjectMapper json;

    EventsAbout(Sql sql, PersonalLinks links, ObjectMapper json) {
        this.sql = sql;
        this.links = links;
        this.json = json;
    }

    /**
     * Writes them as a JSON array of CloudEvents, oldest first; what was erased is not among them.
     *
     * @param person all ids of the person
     * @param out left open
     * @return how many
     */
    public long write(Collection<UUID> person, OutputStream out) throws IOException {
        String[] ids = PersonalLinks.texts(
                links.steps(person).stream().flatMap(List::stream).toList());
        JsonGenerator generator = json.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
        long written = 0;
        generator.writeStartArray();
        long position = 0;
        List<Logged> some;
        do {
            some = after(position, ids);
            for (Logged event : some) {
                generator.writeTree(json.readTree(event.envelope()));
                position = event.position();
            }
            written += some.size();
        } while (some.size() == ROWS_AT_ONCE);
        generator.writeEndArray();
        generator.close();
        return written;
    }

    private List<Logged> after(long position, String[] ids) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.search(
                        ABOUT,
                        row -> new Logged(row.getLong(1), row.getString(2)),
                        position,
                        ids,
                        ids,
                        ids,
                        ROWS_AT_ONCE));
    }

    private record Logged(long position, String envelope) {}
}
