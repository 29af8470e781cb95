package helpdesk.platform.erasure;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who was erased, and what was theirs. Consumers ask before they keep what an event says, so that no replay brings it back. */
@ApplicationScoped
public class ErasedSubjects {

    private final Sql sql;
    private final Clock clock;

    ErasedSubjects(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether this is or was of somebody who is erased; false for null. */
    public boolean contains(UUID id) {
        return id != null
                && sql.first("select 1 from erased_subject where id = ?", row -> true, id)
                        .isPresent();
    }

    /** Those among the ids that are erased. One statement. */
    public Set<UUID> among(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : sql
                        .list(
                                "select id from erased_subject where id = any(?)",
                                row -> row.getObject(1, UUID.class),
                                (Object) ids.toArray(UUID[]::new))
                        .stream()
                        .collect(Collectors.toSet());
    }

    /** Remembers that they are erased. */
    public void add(Collection<UUID> ids) {
        sql.execute(
                "insert into erased_subject (id, erased_at) select one, ? from unnest(?) as given (one) on conflict do nothing",
                clock.instant(),
                ids.toArray(UUID[]::new));
    }
}
