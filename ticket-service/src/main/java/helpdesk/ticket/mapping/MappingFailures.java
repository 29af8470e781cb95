package helpdesk.ticket.mapping;

import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.AfterCommit;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.input.Shortened;
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

/** What mappings could not do: of each the last ten times. */
@ApplicationScoped
class MappingFailures {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DETAIL = 1_000;

    /** A mapping that is gone has nothing that could be told of it. */
    private static final String INSERT = """
            insert into ticket_mapping_failure
                (id, mapping_id, event_sha256, event_source, event_id, code, detail, at)
            select ?, id, ?, ?, ?, ?, ?, ? from ticket_mapping where id = ?
            on conflict (event_sha256, mapping_id) do nothing""";

    private static final String FORGET = """
            delete from ticket_mapping_failure where mapping_id = ? and id <= (
                select id from ticket_mapping_failure where mapping_id = ? order by id desc offset %d limit 1)""".formatted(MOST);

    private static final String LATEST = """
            select mapping_id, event_source, event_id, code, detail, at
            from unnest(?) wanted (mapping) cross join lateral (
                select * from ticket_mapping_failure f where f.mapping_id = mapping order by f.id desc limit %d) latest
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
    void add(UUID mapping, IncomingEvent event, String code, String detail) {
        int added = sql.execute(
                INSERT,
                Ids.next(),
                sha256(event),
                Shortened.to(LONGEST_NAME, event.source()),
                Shortened.to(LONGEST_NAME, event.id()),
                code,
                Shortened.to(LONGEST_DETAIL, detail),
                clock.instant(),
                mapping);
        if (added == 1) {
            sql.execute(FORGET, mapping, mapping);
            afterCommit.run(() -> metrics.counter("helpdesk.mapping.failures").increment());
        }
    }

    /** The mappings that could do nothing with this event. */
    Set<UUID> of(IncomingEvent event) {
        return Set.copyOf(sql.list(
                "select mapping_id from ticket_mapping_failure where event_sha256 = ?",
                row -> row.getObject(1, UUID.class),
                sha256(event)));
    }

    /** The latest of each of the mappings, as far as there are some. */
    Map<UUID, List<MappingFailureView>> latest(Collection<UUID> mappings) {
        return sql
                .list(
                        LATEST,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new MappingFailureView(
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
