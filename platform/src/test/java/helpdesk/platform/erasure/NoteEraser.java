package helpdesk.platform.erasure;

import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Erases the notes that have a name in their text. Fails the first time for whom a test says so. */
@ApplicationScoped
class NoteEraser implements Eraser {

    private final Sql sql;
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    NoteEraser(Sql sql) {
        this.sql = sql;
    }

    void failOnceFor(UUID request) {
        failing.add(request);
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        if (failing.remove(request.requestId())) {
            throw new IllegalStateException("not this time");
        }
        List<UUID> ids = QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "delete from note where text like '%' || ? || '%' returning id",
                        row -> row.getObject(1, UUID.class), request.names().getFirst()));
        return new ErasureOutcome(Map.of("notes", (long) ids.size()), ids);
    }
}
