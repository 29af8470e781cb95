package helpdesk.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Statements;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to invitations and answers, the figures are those of counting them one by one. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FiguresTest {

    private static final Duration LENGTH = Duration.ofDays(100);

    @Inject
    InsightQuery query;

    @Inject
    InsightFolding folding;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void figures_equal_counting_one_by_one_whether_changes_are_folded_or_not(long seed) throws Exception {
        Instant begin = year(seed);
        try (CaseBook book = new CaseBook(seed, begin, LENGTH);
                Connection holder = Database.connect();
                Statement hold = holder.createStatement()) {
            hold.execute("select pg_advisory_lock(" + InsightFolding.LOCK + ")");
            book.invite(150);
            assertEqual(book, begin, seed);
            book.change(60);
            assertEqual(book, begin, seed + 1);
            hold.execute("select pg_advisory_unlock(" + InsightFolding.LOCK + ")");
            foldAll();
            assertEqual(book, begin, seed + 2);
            hold.execute("select pg_advisory_lock(" + InsightFolding.LOCK + ")");
            book.change(60);
            assertEqual(book, begin, seed + 3);
            hold.execute("select pg_advisory_unlock(" + InsightFolding.LOCK + ")");
            for (int i = 0; i < 3; i++) {
                book.change(20);
                assertEqual(book, begin, seed + 4 + i);
            }
        }
    }

    @Test
    void what_is_not_committed_counts_nowhere() throws Exception {
        Instant begin = year(11);
        InsightPeriod all = new InsightPeriod(begin, begin.plus(LENGTH));
        InsightFilter none = new InsightFilter(null, null, null);
        try (CaseBook book = new CaseBook(11, begin, LENGTH)) {
            book.invite(20);
            List<InsightGroup> before = book.count(Dimension.TEAM, none, all);
            book.begin();
            book.change(20);
            assertThat(query.groups(Dimension.TEAM, none, all)).isEqualTo(before);
            book.commit();
            assertThat(query.groups(Dimension.TEAM, none, all)).isEqualTo(book.count(Dimension.TEAM, none, all));
        }
    }

    @Test
    void a_question_is_one_statement() {
        Instant begin = year(12);
        InsightPeriod period =
                new InsightPeriod(begin.plusSeconds(1), begin.plus(LENGTH).plusSeconds(1));
        for (Dimension by : Dimension.values()) {
            assertThat(Statements.during(() -> query.groups(by, new InsightFilter(null, null, null), period)))
                    .as(by.name())
                    .hasSize(1);
        }
    }

    private void foldAll() {
        int folded = 1;
        while (folded > 0) {
            folded = folding.fold();
        }
    }

    /** By everything, with every filter, over the whole, over whole days and over any period. */
    private void assertEqual(CaseBook book, Instant begin, long seed) {
        Random random = new Random(seed);
        Instant end = begin.plus(LENGTH);
        List<InsightPeriod> periods = new ArrayList<>(List.of(
                new InsightPeriod(begin, end), new InsightPeriod(begin.plus(Duration.ofDays(7)), end.minusSeconds(1))));
        for (int i = 0; i < 2; i++) {
            Instant from = begin.plusSeconds(random.nextLong(LENGTH.toSeconds() - 1));
            periods.add(new InsightPeriod(
                    from,
                    from.plusMillis(
                            1 + random.nextLong(Duration.between(from, end).toMillis()))));
        }
        for (InsightPeriod period : periods) {
            for (Dimension by : Dimension.values()) {
                filters(book, by).forEach(filter -> assertThat(query.groups(by, filter, period))
                        .as("%s %s %s", by, filter, period)
                        .isEqualTo(book.count(by, filter, period)));
            }
        }
    }

    private static Stream<InsightFilter> filters(CaseBook book, Dimension by) {
        UUID survey = book.surveys().getFirst();
        Stream<InsightFilter> always =
                Stream.of(new InsightFilter(null, null, null), new InsightFilter(survey, null, null));
        return by.isTrend() || by == Dimension.TOTAL
                ? Stream.concat(
                        always,
                        Stream.of(
                                new InsightFilter(
                                        null,
                                        Dimension.AGENT,
                                        book.agents().getFirst().toString()),
                                new InsightFilter(survey, Dimension.TEAM, "support"),
                                new InsightFilter(survey, Dimension.CATEGORY, ""),
                                new InsightFilter(null, Dimension.CHANNEL, "phone"),
                                new InsightFilter(survey, Dimension.LANGUAGE, "de-AT")))
                : always;
    }

    /** In years of long ago nobody else is asked; each test has one of its own. */
    private static Instant year(long number) {
        return Instant.parse("%d-12-10T00:00:00Z".formatted(1970 + number));
    }
}
