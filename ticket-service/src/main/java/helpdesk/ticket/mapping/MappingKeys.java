package helpdesk.ticket.mapping;

import helpdesk.platform.persistence.Sql;
import helpdesk.platform.time.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which ticket belongs to which key of a mapping: the latest one. */
@ApplicationScoped
public class MappingKeys {

    /** In one order, so that no two who take events at the same time ever wait for each other. */
    private static final String HOLD = """
            select pg_advisory_xact_lock(place) from (
                select distinct hashtextextended(held, 0) as place from unnest(?) held order by place) places""";

    private static final String TICKETS = """
            select k.ticket_id from unnest(?, ?) held (mapping_id, key_sha256)
                join ticket_mapping_key k using (mapping_id, key_sha256)
            where k.ticket_id is not null""";

    private static final String TELL = """
            insert into ticket_mapping_key as former (mapping_id, key_sha256, ticket_id, notes, told_at) values (?, ?, ?, ?, ?)
            on conflict (mapping_id, key_sha256) do update
            set ticket_id = excluded.ticket_id, notes = excluded.notes, told_at = greatest(former.told_at, excluded.told_at)""";

    /** A closed ticket is not opened again, but an event that happened before it was solved may still be on its way. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String FORGET = """
            delete from ticket_mapping_key where (mapping_id, key_sha256) in (
                select k.mapping_id, k.key_sha256 from ticket_mapping_key k left join ticket t on t.id = k.ticket_id
                where k.told_at < ? and (t.id is null or t.status = 'CLOSED' and t.merged_into is null)
                order by k.told_at limit 1000)""";

    private static final int MOST_BATCHES = 100;

    private final Sql sql;
    private final Stopping stopping;
    private final Clock clock;

    MappingKeys(Sql sql, Stopping stopping, Clock clock) {
        this.sql = sql;
        this.stopping = stopping;
        this.clock = clock;
    }

    /**
     * A key of a mapping.
     *
     * @param sha256 of what the event says
     */
    record MappingKey(UUID mapping, String sha256) {}

    /**
     * What was told of a key.
     *
     * @param ticket null while only that it is over was told
     * @param notes how often the ticket was noted that it was told again
     * @param toldAt when what was told last happened
     */
    record Known(UUID ticket, int notes, Instant toldAt) {}

    /** Until the end of the transaction nobody else acts on these keys, even those that nobody knows yet. */
    void hold(Collection<MappingKey> keys) {
        sql.list(HOLD, row -> true, (Object) keys.stream()
                .map(key -> "mapping " + key.mapping() + key.sha256())
                .toArray(String[]::new));
    }

    /** The tickets of these keys, as far as they have some. */
    List<UUID> tickets(Collection<MappingKey> keys) {
        return sql.list(
                TICKETS,
                row -> row.getObject(1, UUID.class),
                keys.stream().map(MappingKey::mapping).toArray(UUID[]::new),
                keys.stream().map(MappingKey::sha256).toArray(String[]::new));
    }

    Optional<Known> find(MappingKey key) {
        return sql.first(
                "select ticket_id, notes, told_at from ticket_mapping_key where mapping_id = ? and key_sha256 = ?",
                row -> new Known(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                key.mapping(),
                key.sha256());
    }

    void tell(MappingKey key, Known told) {
        sql.execute(TELL, key.mapping(), key.sha256(), told.ticket(), told.notes(), told.toldAt());
    }

    /** Forgets keys whose tickets are closed. */
    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        Instant oldest = clock.instant().minus(KEPT);
        for (int batch = 0; !stopping.hasBegun() && batch < MOST_BATCHES; batch++) {
            if (QuarkusTransaction.requiringNew().call(() -> sql.execute(FORGET, oldest)) == 0) {
                return;
            }
        }
    }
}
