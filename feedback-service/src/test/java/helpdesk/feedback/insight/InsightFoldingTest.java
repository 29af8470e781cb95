package helpdesk.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Answers;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class InsightFoldingTest {

    private static final Duration LENGTH = Duration.ofDays(3);

    @Inject
    InsightFolding folding;

    @Inject
    InsightQuery query;

    @Test
    void several_who_fold_at_once_count_everything_once() throws Exception {
        Instant begin = Instant.parse("1990-02-27T00:00:00Z");
        InsightPeriod period = new InsightPeriod(begin, begin.plus(LENGTH));
        try (CaseBook book = new CaseBook(5, begin, LENGTH);
                ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            Callable<Integer> fold = folding::fold;
            for (int i = 0; i < 5; i++) {
                book.invite(40);
                book.change(20);
                for (Future<Integer> folded : replicas.invokeAll(Collections.nCopies(8, fold))) {
                    assertThat(folded.get()).isNotNegative();
                }
            }
            awaitFolded(book);
            List<InsightGroup> expected = book.count(Dimension.AGENT, none(), period);
            assertThat(query.groups(Dimension.AGENT, none(), period)).isEqualTo(expected);
            folding.fold();
            folding.fold();
            assertThat(query.groups(Dimension.AGENT, none(), period)).isEqualTo(expected);
        }
    }

    @Test
    void a_folder_that_dies_has_folded_nothing() throws Exception {
        Instant begin = Instant.parse("1991-02-27T00:00:00Z");
        InsightPeriod period = new InsightPeriod(begin, begin.plus(LENGTH));
        try (CaseBook book = new CaseBook(6, begin, LENGTH)) {
            book.invite(30);
            QuarkusTransaction.begin();
            folding.fold();
            QuarkusTransaction.rollback();
            assertThat(query.groups(Dimension.DAY, none(), period))
                    .isEqualTo(book.count(Dimension.DAY, none(), period));
            awaitFolded(book);
            assertThat(query.groups(Dimension.DAY, none(), period))
                    .isEqualTo(book.count(Dimension.DAY, none(), period));
        }
    }

    @Test
    void what_counts_no_differently_is_no_change() throws Exception {
        Instant begin = Instant.parse("1992-02-27T00:00:00Z");
        try (CaseBook book = new CaseBook(7, begin, LENGTH)) {
            book.invite(30);
            awaitFolded(book);
            UUID survey = book.surveys().getFirst();
            long before = lastChange();
            Database.execute("update invitation set version = version + 1, contact = '{}' where survey_id = ?", survey);
            Database.execute("update invitation set state = 'EXPIRED' where survey_id = ? and state = 'SENT'", survey);
            Database.execute(
                    "update response set version = version + 1 where invitation_id in (select id from invitation where survey_id = ?)",
                    survey);
            assertThat(Database.count("insight_change where survey_id = ? and id > ?", survey, before))
                    .isZero();
        }
    }

    @Test
    void an_agent_has_the_name_of_the_last_invitation() throws Exception {
        Instant begin = Instant.parse("1993-02-27T00:00:00Z");
        InsightPeriod period = new InsightPeriod(begin, begin.plus(LENGTH));
        try (CaseBook book = new CaseBook(8, begin, LENGTH)) {
            book.invite(60);
            UUID agent = book.agents().getFirst();
            Database.execute("""
                    update invitation set agent_name = 'Married Name' where id = (
                        select id from invitation where agent_id = ? and state in ('SENT', 'ANSWERED', 'EXPIRED')
                        order by sent_at desc limit 1)""", agent);
            awaitFolded(book);
            assertThat(query.groups(Dimension.AGENT, none(), period))
                    .filteredOn(group -> agent.toString().equals(group.key()))
                    .extracting(InsightGroup::name)
                    .containsExactly("Married Name");
        }
    }

    @Test
    void an_answer_to_an_invitation_that_is_withdrawn_at_the_same_moment_is_not_counted() throws Exception {
        UUID survey = Answers.survey();
        UUID invitation = Answers.invited(survey, Instant.parse("1994-02-27T08:00:00Z"), "en");
        try (Connection withdrawing = Database.connect();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            withdrawing.setAutoCommit(false);
            try (PreparedStatement withdraw = withdrawing.prepareStatement(
                    "update invitation set state = 'DROPPED', drop_reason = 'REOPENED' where id = ?")) {
                withdraw.setObject(1, invitation);
                withdraw.execute();
            }
            Future<Integer> answer = other.submit(() -> Database.execute("""
                    insert into response (id, version, invitation_id, language, answers, score, received_at)
                    values (gen_random_uuid(), 0, ?, 'en', '[]', 3, now())""", invitation));
            Awaitility.await()
                    .until(() -> Database.count("pg_locks where not granted and locktype = 'transactionid'") > 0);
            withdrawing.commit();
            answer.get();
        }
        Instant begin = Instant.parse("1994-02-27T00:00:00Z");
        InsightGroup total = query.groups(
                        Dimension.TOTAL,
                        new InsightFilter(survey, null, null),
                        new InsightPeriod(begin, begin.plus(LENGTH)))
                .getFirst();
        assertThat(total.invited()).isZero();
        assertThat(total.answered()).isZero();
        assertThat(total.score()).isNull();
    }

    private static InsightFilter none() {
        return new InsightFilter(null, null, null);
    }

    private static long lastChange() {
        return Database.value(Long.class, "select coalesce(max(id), 0) from insight_change");
    }

    private void awaitFolded(CaseBook book) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            folding.fold();
            return Database.count(
                            "insight_change where survey_id in (?, ?)",
                            book.surveys().getFirst(),
                            book.surveys().getLast())
                    == 0;
        });
    }
}
