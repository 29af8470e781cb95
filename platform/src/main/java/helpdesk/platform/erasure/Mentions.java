package helpdesk.platform.erasure;

import helpdesk.platform.kafka.TopicScan;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds where the tables of this service, and the topics that it owns, mention somebody. Knows no table by name: none is forgotten. */
@ApplicationScoped
public class Mentions {

    private static final String COLUMNS = """
            select c.table_name, c.column_name, case when c.udt_name like '\\_%' then 'array' else c.udt_name end
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                and c.table_name <> 'flyway_schema_history'
                and c.udt_name in ('text', 'varchar', 'json', 'jsonb', 'bytea', 'tsvector', '_text', '_varchar')
            order by c.table_name, c.ordinal_position""";

    private static final String BLOCKS =
            "select pg_relation_size(cast(? as regclass)) / current_setting('block_size')::int";
    private static final int FIRST_STEP = 16;
    private static final int LONGEST_STEP = 8_192;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Sql sql;
    private final TopicScan topics;
    private final List<String> owned;

    Mentions(Sql sql, TopicScan topics, @ConfigProperty(name = "helpdesk.topics.owned") List<String> owned) {
        this.sql = sql;
        this.topics = topics;
        this.owned = owned;
    }

    /**
     * Searches from a place on, until all is searched or the time is over.
     *
     * @param next null when all is searched
     */
    public record Found(Collection<Mention> mentions, MentionPlace next) {}

    /** Everything, however long it takes: for tests and small installations. */
    public List<String> everywhere(List<String> terms) {
        return find(terms, MentionPlace.BEGINNING, Duration.ofMinutes(10)).mentions().stream()
                .map(Mention::toString)
                .toList();
    }

    Found find(List<String> terms, MentionPlace from, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        Map<String, Mention> found = new LinkedHashMap<>();
        List<SearchedTable> tables = QuarkusTransaction.requiringNew().call(this::tables);
        MentionPlace place = from;
        while (place.area() < tables.size()) {
            place = search(tables.get(place.area()), place, terms, deadline, found);
            if (System.nanoTime() > deadline) {
                return new Found(found.values(), place);
            }
        }
        List<String> words = lowerCase(terms);
        List<TopicPartition> partitions = topics.partitions(withDeadLetters());
        while (place.area() - tables.size() < partitions.size()) {
            TopicPartition partition = partitions.get(place.area() - tables.size());
            TopicScan.Progress progress = topics.scan(
                    partition,
                    place.position(),
                    Long.MAX_VALUE,
                    Duration.ofNanos(Math.max(1, deadline - System.nanoTime())),
                    text -> words.stream().anyMatch(text::contains));
            if (progress.matches() > 0) {
                add(found, new Mention(null, null, partition.topic(), progress.matches()));
            }
            place = progress.atEnd() ? place.nextArea() : place.at(progress.next());
            if (System.nanoTime() > deadline) {
                return new Found(found.values(), place);
            }
        }
        return new Found(found.values(), null);
    }

    private MentionPlace search(
            SearchedTable table, MentionPlace from, List<String> terms, long deadline, Map<String, Mention> found) {
        long blocks = QuarkusTransaction.requiringNew()
                .call(() -> sql.first(BLOCKS, row -> row.getLong(1), SearchedTable.quoted(table.name()))
                        .orElse(0L));
        long block = from.position();
        long step = FIRST_STEP;
        while (block < blocks) {
            long until = block + step;
            long begun = System.nanoTime();
            count(table, block, until, terms).forEach(mention -> add(found, mention));
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            block = until;
            step = nextStep(step, taken);
            if (System.nanoTime() > deadline && block < blocks) {
                return from.at(block);
            }
        }
        return from.nextArea();
    }

    /** Rows with large texts take longer than others: the steps fit what is there. */
    private static long nextStep(long step, Duration taken) {
        if (taken.compareTo(SHORT) < 0) {
            return Math.min(step * 2, LONGEST_STEP);
        }
        return taken.compareTo(LONG) > 0 ? Math.max(1, step / 4) : step;
    }

    private List<Mention> count(SearchedTable table, long from, long until, List<String> terms) {
        List<Object> parameters = new ArrayList<>();
        table.columns().forEach(column -> parameters.add(column.forms(terms)));
        parameters.add("(%d,0)".formatted(from));
        parameters.add("(%d,0)".formatted(until));
        List<Long> counts = QuarkusTransaction.requiringNew().call(() -> sql.first(
                        table.count(),
                        row -> {
                            List<Long> read = new ArrayList<>();
                            for (int i = 1; i <= table.columns().size(); i++) {
                                read.add(row.getLong(i));
                            }
                            return read;
                        },
                        parameters.toArray())
                .orElseThrow());
        return IntStream.range(0, counts.size())
                .filter(i -> counts.get(i) > 0)
                .mapToObj(i -> new Mention(table.name(), table.columns().get(i).name(), null, counts.get(i)))
                .toList();
    }

    private List<SearchedTable> tables() {
        Map<String, List<SearchedColumn>> columns = sql
                .list(
                        COLUMNS,
                        row -> Map.entry(row.getString(1), new SearchedColumn(row.getString(2), row.getString(3))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return columns.entrySet().stream()
                .map(entry -> new SearchedTable(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void add(Map<String, Mention> found, Mention mention) {
        found.merge(
                mention.table() + "." + mention.column() + "." + mention.topic(),
                mention,
                (one, other) -> new Mention(one.table(), one.column(), one.topic(), one.count() + other.count()));
    }

    private List<String> withDeadLetters() {
        return owned.stream()
                .flatMap(topic -> Arrays.asList(topic, topic + ".dlq").stream())
                .toList();
    }

    private static List<String> lowerCase(List<String> terms) {
        return terms.stream().map(term -> term.toLowerCase(Locale.ROOT)).toList();
    }
}
