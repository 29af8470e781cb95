package helpdesk.ticket.search;

import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes the documents of tickets that have none: those from before search had documents, or that came into the table by hand. */
@ApplicationScoped
public class MissingDocuments {

    private static final int BATCH = 100;

    /** Held, so that nobody changes a ticket whose document is being written; who does so right now is met tomorrow. */
    private static final String MISSING = """
            select t.id from ticket t left join ticket_search s on s.ticket_id = t.id
            where s.ticket_id is null and t.id > ? order by t.id limit %d
            for no key update of t skip locked""".formatted(BATCH);

    private final SearchDocuments documents;
    private final Sql sql;

    MissingDocuments(SearchDocuments documents, Sql sql) {
        this.documents = documents;
        this.sql = sql;
    }

    /** Looks once a day, soon after the start. Replicas may do so at the same time: the result is the same. */
    @Scheduled(every = "24h", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        UUID last = new UUID(0, 0);
        while (last != null) {
            UUID from = last;
            last = QuarkusTransaction.requiringNew().call(() -> writeSome(from));
        }
    }

    private UUID writeSome(UUID from) {
        List<UUID> missing = sql.list(MISSING, row -> row.getObject(1, UUID.class), from);
        missing.forEach(documents::rewrite);
        return missing.isEmpty() ? null : missing.getLast();
    }
}
