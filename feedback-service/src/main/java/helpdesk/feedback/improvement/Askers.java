package helpdesk.feedback.improvement;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds out who gave an answer, or complained: those who were not forgotten since. */
@ApplicationScoped
class Askers {

    /** An answer may have been given without an invitation to a ticket, or by nobody known. */
    private static final String OF_RESPONSES = """
            select r.id, r.id, i.ticket_id, i.customer_id, i.customer_origin_id, coalesce(i.contact, '{}')::text, r.language
            from response r left join invitation i on i.id = r.invitation_id
            where r.id = any(?) and i.erased_at is null""";

    private static final String OF_COMPLAINTS = """
            select ticket_id, cast(null as uuid), ticket_id, customer_id, customer_origin_id, contact::text, language
            from complaint where ticket_id = any(?) and erased_at is null""";

    private final Sql sql;
    private final Voices voices;
    private final ErasedSubjects erasedSubjects;

    Askers(Sql sql, Voices voices, ErasedSubjects erasedSubjects) {
        this.sql = sql;
        this.voices = voices;
        this.erasedSubjects = erasedSubjects;
    }

    /** By the ids of answers. One that is unknown, or of somebody who is forgotten, is missing. */
    Map<UUID, Asker> ofResponses(Collection<UUID> ids) {
        return find(OF_RESPONSES, ids);
    }

    /** By the ids of tickets. */
    Map<UUID, Asker> ofComplaints(Collection<UUID> ids) {
        return find(OF_COMPLAINTS, ids);
    }

    private Map<UUID, Asker> find(String query, Collection<UUID> ids) {
        Map<UUID, Asker> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            sql.list(query, row -> found.put(row.getObject(1, UUID.class), asker(row)), (Object)
                    ids.toArray(UUID[]::new));
            Set<UUID> erased = erasedSubjects.among(
                    found.values().stream().flatMap(Asker::subjects).distinct().toList());
            found.values().removeIf(asker -> asker.subjects().anyMatch(erased::contains));
        }
        return found;
    }

    private Asker asker(ResultSet row) throws SQLException {
        return new Asker(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                voices.contact(row.getString(6)),
                row.getString(7));
    }
}
