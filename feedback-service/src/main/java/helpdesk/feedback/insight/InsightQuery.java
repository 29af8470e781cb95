package helpdesk.feedback.insight;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts answers: one statement, whatever the number of answers and of surveys. */
@ApplicationScoped
class InsightQuery {

    private static final int MOST_GROUPS = 1_000;

    /** What is added up, the largest groups first, each with its name. */
    private static final String GROUPS = """
            select t.key, coalesce(%1$s, t.name), %2$s
            from (
                select c.key, max(c.name) as name, %3$s
                from (%4$s) c
                group by c.key having sum(c.asked) <> 0 order by sum(c.asked) desc, c.key limit %5$d) t %6$s
            order by t.asked desc, t.key""";

    private final Sql sql;

    InsightQuery(Sql sql) {
        this.sql = sql;
    }

    /** The largest groups first; periods in their order; all together in one. */
    @Transactional
    List<InsightGroup> groups(Dimension by, InsightFilter filter, InsightPeriod period) {
        List<Group> groups = read(by, filter, period);
        return switch (by) {
            case AGENT, TEAM, CATEGORY, CHANNEL, LANGUAGE, SURVEY ->
                groups.stream().map(Group::view).toList();
            case DAY, MONTH -> trend(groups, Function.identity());
            case WEEK -> trend(groups, InsightQuery::week);
            case TOTAL ->
                List.of(groups.stream()
                        .map(Group::tally)
                        .reduce(Tally.none(), Tally::plus)
                        .group(null, null));
        };
    }

    private List<Group> read(Dimension by, InsightFilter filter, InsightPeriod period) {
        InsightSources sources = InsightSources.of(by, filter, period);
        String statement = GROUPS.formatted(
                nameOf(by),
                Tally.columns("t.*"),
                Tally.columns("sum(c.*) as *"),
                sources.statement(),
                MOST_GROUPS,
                namesOf(by));
        return sql.search(
                statement,
                row -> new Group(row.getString(1), row.getString(2), Tally.of(row, 3)),
                sources.parameters());
    }

    private static String nameOf(Dimension by) {
        return switch (by) {
            case AGENT -> "a.name";
            case SURVEY -> "s.name";
            case TEAM, CATEGORY, CHANNEL, LANGUAGE, DAY, WEEK, MONTH, TOTAL -> "null";
        };
    }

    private static String namesOf(Dimension by) {
        return switch (by) {
            case AGENT -> "left join insight_agent a on a.agent_id = cast(t.key as uuid)";
            case SURVEY -> "left join survey s on s.id = cast(t.key as uuid)";
            case TEAM, CATEGORY, CHANNEL, LANGUAGE, DAY, WEEK, MONTH, TOTAL -> "";
        };
    }

    private static List<InsightGroup> trend(List<Group> days, Function<String, String> key) {
        Map<String, Tally> periods = new LinkedHashMap<>();
        days.stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .forEach(day -> periods.merge(key.apply(day.key()), day.tally(), Tally::plus));
        return periods.entrySet().stream()
                .map(period -> period.getValue().group(period.getKey(), null))
                .toList();
    }

    /** The ISO week of a day, in the year to which it belongs. */
    private static String week(String day) {
        LocalDate date = LocalDate.parse(day);
        return "%04d-W%02d".formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private record Group(String key, String name, Tally tally) {

        InsightGroup view() {
            return tally.group(key, name);
        }
    }
}
