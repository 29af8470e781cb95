package helpdesk.customer.lapse;

import helpdesk.platform.http.TimeParameter;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads who stayed away, and how many came back. */
@ApplicationScoped
@Transactional
class LapseQuery {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final String INSIGHT = """
            select r.id, r.name, count(l.id),
                count(*) filter (where l.state = 'OPEN'), count(*) filter (where l.state = 'WON_BACK'),
                count(*) filter (where l.state = 'LOST'),
                round(cast(percentile_cont(0.5)
                    within group (order by extract(epoch from l.ended_at - l.lapsed_at) / 86400)
                    filter (where l.state = 'WON_BACK') as numeric), 1)
            from lapse_rule r left join lapse l on l.rule_id = r.id and l.lapsed_at >= ? and l.lapsed_at < ?
            group by r.id, r.name order by r.id""";

    private final Lapses lapses;
    private final Sql sql;
    private final Cursors cursors;
    private final Clock clock;

    LapseQuery(Lapses lapses, Sql sql, Cursors cursors, Clock clock) {
        this.lapses = lapses;
        this.sql = sql;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<LapseView> list(UUID customer, UUID rule, String state, PageRequest page) {
        LapseState wanted = state(state);
        String list = "lapses %s %s %s".formatted(customer, rule, wanted);
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                lapses.list(
                        customer,
                        rule,
                        wanted,
                        after.isEmpty() ? null : UUID.fromString(after.getFirst()),
                        page.limitPlusOne()),
                page.limit(),
                LapseView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /** Of those who stayed away in a time, by rule. */
    WinBackView insight(String from, String to) {
        Instant end = TimeParameter.orElse(to, "?to", clock.instant());
        Instant begin = TimeParameter.orElse(from, "?from", end.minus(A_YEAR));
        if (!begin.isBefore(end)) {
            throw PlatformProblem.INVALID_PARAMETER.at("?to", "Write a time after from.");
        }
        return new WinBackView(
                begin,
                end,
                sql.list(
                        INSIGHT,
                        row -> {
                            int wonBack = row.getInt(5);
                            int decided = wonBack + row.getInt(6);
                            double median = row.getDouble(7);
                            return new WinBackLine(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    wonBack,
                                    row.getInt(6),
                                    decided == 0 ? null : (double) wonBack / decided,
                                    wonBack == 0 ? null : median);
                        },
                        begin,
                        end));
    }

    private static LapseState state(String text) {
        return text == null
                ? null
                : Stream.of(LapseState.values())
                        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> PlatformProblem.INVALID_PARAMETER.at("?state", "Write open, won_back or lost."));
    }
}
