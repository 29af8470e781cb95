package helpdesk.platform.mapping;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.AfterCommit;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What mappings could not do: of each the last ten times. For services that have the table {@code mapping_failure}. */
@ApplicationScoped
public class MappingFailures {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DETAIL = 1_000;

    private static final String INSERT = """
            insert into mapping_failure
                (id, mapping_id, event_sha256, event_source, event_id, code, detail, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (event_sha256, mapping_id) do nothing""";

    private static final String FORGET = """
            delete from mapping_failure where mapping_id = ? and id <= (
                select id from mapping_failure where mapping_id = ? order by id desc offset %d limit 1)""".formatted(MOST);

    private static final String LATEST = """
            select mapping_id, event_source, event_id, code, detail, at
            from unnest(?) wanted (mapping) cross join lateral (
                select * from mapping_failure f where f.mapping_id = mapping order by f.id desc limit %d) latest
            order by latest.id desc""".formatted(MOST);

    private final Sql sql;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;
    private final Clock clock;

    MappingFailures(Sql sql, AfterCommit afterCommit, MeterRegistry metrics, Clock clock) {
        this.sql = sql;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Writes down, in the transaction at hand, that a mapping could do nothing with an event. */
    public void add(UUID mapping, IncomingEvent event, String code, String detail) {
        int added = sql.execute(
                INSERT,
                Ids.next(),
                mapping,
                sha256(event),
                EventTemplate.shortened(event.source(), LONGEST_NAME),
                EventTemplate.shortened(event.id(), LONGEST_NAME),
                code,
                EventTemplate.shortened(detail, LONGEST_DETAIL),
                clock.instant());
        if (added == 1) {
            sql.execute(FORGET, mapping, mapping);
            afterCommit.run(() -> metrics.counter("helpdesk.mapping.failures").increment());
        }
    }

    /** Forgets those of a mapping that is gone. */
    public void forget(UUID mapping) {
        sql.execute("delete from mapping_failure where mapping_id = ?", mapping);
    }

    /** The mappings that could do nothing with this event. */
    public Set<UUID> of(IncomingEvent event) {
        return Set.copyOf(sql.list(
                "select mapping_id from mapping_failure where event_sha256 = ?",
                row -> row.getObject(1, UUID.class),
                sha256(event)));
    }

    /** The latest of each of the mappings, as far as there are some. */
    public Map<UUID, List<MappingFailure>> latest(Collection<UUID> mappings) {
        return sql
                .list(
                        LATEST,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new MappingFailure(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getObject(6, OffsetDateTime.class).toInstant())),
                        (Object) mappings.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String sha256(IncomingEvent event) {
        return Sha256.of(event.source(), event.id());
    }
}
