package helpdesk.feedback.improvement;

import static helpdesk.feedback.improvement.ImprovementApi.IMPROVEMENTS;
import static helpdesk.feedback.improvement.ImprovementApi.as;
import static helpdesk.feedback.improvement.ImprovementApi.open;
import static helpdesk.feedback.improvement.ImprovementApi.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an improvement changed, against a count of the same answers by hand. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EffectResourceTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String QUESTIONS = """
            [{"key":"rating","kind":"rating10","text":{"en":"?"}},{"key":"would","kind":"nps","text":{"en":"?"}},
             {"key":"easy","kind":"effort","text":{"en":"?"}}]""";

    private static final String ANSWERS =
            "[{\"key\":\"rating\",\"value\":%d},{\"key\":\"would\",\"value\":%d},{\"key\":\"easy\",\"value\":%d}]";

    private static final String INSERT = """
            with invited as (
                insert into invitation (id, version, ticket_id, reopen_count, ticket_number, follow_up, contact, language,
                    category, channel, survey_id, state, correlation_id, causation_id, due_at, sent_at, expires_at,
                    answered_at, created_at, updated_at)
                values (?, 0, ?, 0, 'HD-1', false, '{}', 'en', ?, 'web', ?, 'ANSWERED', 'c', 'c', now(), now(), now(),
                    now(), now(), now())
                returning id)
            insert into response (id, version, invitation_id, language, answers, score, received_at)
            select ?, 0, id, 'en', cast(? as jsonb), ?, ? from invited""";

    @Inject
    MovableClock clock;

    private final String category = "category-" + UUID.randomUUID();
    private final UUID survey = Ids.next();
    private final List<Given> all = new ArrayList<>();

    private record Given(Instant at, int rating, int nps, int effort) {}

    @AfterEach
    void restoreTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "satisfied", "nps", "effort"})
    void before_and_after_are_what_a_count_by_hand_gives(String measure) {
        Instant start = clock.instant();
        answers(start.minus(Duration.ofDays(20)), 200);
        String id = open("""
                {"title":"Better","aim":{"measure":"%s","by":"category","key":"%s","days":10}}""".formatted(measure, category));
        assertMeasured(effect(id), "before", measure, start.minus(Duration.ofDays(10)), start);
        assertThat(effect(id).<Object>get("after")).isNull();

        clock.move(DAY);
        Instant began = clock.instant();
        patch(id, "{\"state\":\"in_progress\"}").then().statusCode(200);
        clock.move(DAY.multipliedBy(4));
        Instant done = clock.instant();
        patch(id, "{\"state\":\"done\",\"outcome\":{\"en\":\"Better.\"}}")
                .then()
                .statusCode(200);
        clock.move(DAY.multipliedBy(3));
        assertMeasured(effect(id), "before", measure, began.minus(Duration.ofDays(10)), began);
        assertMeasured(effect(id), "after", measure, done, clock.instant());
        clock.move(DAY.multipliedBy(20));
        assertMeasured(effect(id), "after", measure, done, done.plus(Duration.ofDays(10)));
    }

    @Test
    void without_answers_there_is_no_value_and_without_an_aim_nothing() {
        String id = open("{\"title\":\"Better\",\"aim\":{\"measure\":\"score\",\"by\":\"team\",\"key\":\"%s\"}}"
                .formatted(category));
        assertThat(effect(id).getInt("before.n")).isZero();
        assertThat(effect(id).<Object>get("before.value")).isNull();
        assertThat(effect(open()).<Object>get("before")).isNull();
    }

    @Test
    void all_answers_count_when_nobody_is_aimed_at() {
        answers(clock.instant().minus(DAY), 3);
        String id = open("{\"title\":\"Better\",\"aim\":{\"measure\":\"score\",\"days\":7}}");
        assertThat(effect(id).getLong("before.n"))
                .isEqualTo(
                        Database.count(
                                "response where score is not null and received_at between now() - interval '7 days' and now()"));
    }

    private static JsonPath effect(String id) {
        return as("agent")
                .get(IMPROVEMENTS + "/" + id + "/effect")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void assertMeasured(JsonPath effect, String part, String measure, Instant from, Instant to) {
        List<Double> values = all.stream()
                .filter(given -> !given.at().isBefore(from) && given.at().isBefore(to))
                .map(given -> switch (measure) {
                    case "score" -> (double) given.rating();
                    case "satisfied" -> given.rating() >= 8 ? 1.0 : 0.0;
                    case "nps" -> given.nps() >= 9 ? 100.0 : given.nps() <= 6 ? -100.0 : 0.0;
                    default -> (double) given.effort();
                })
                .toList();
        assertThat(effect.getInt(part + ".n")).isEqualTo(values.size());
        double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
        double value = effect.getDouble(part + ".value");
        assertThat(value).isCloseTo(mean, within(1e-4));
        assertThat(effect.getDouble(part + ".lower")).isLessThanOrEqualTo(value);
        assertThat(effect.getDouble(part + ".upper")).isGreaterThanOrEqualTo(value);
    }

    /** So many answers over forty days from then on, of this test's category and of another. */
    private void answers(Instant from, int count) {
        Database.execute("""
                insert into survey (id, version, state, is_default, name, default_language, questions, created_at, updated_at)
                values (?, 0, 'DRAFT', false, 'All kinds', 'en', cast(? as jsonb), now(), now())""", survey, QUESTIONS);
        Random random = new Random(7);
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                Instant at = from.plus(Duration.ofSeconds(random.nextInt(40 * 24 * 3600)));
                Given given = new Given(at, 1 + random.nextInt(10), random.nextInt(11), 1 + random.nextInt(7));
                boolean theirs = i % 4 != 0;
                add(insert, given, theirs ? category : "another");
                if (theirs) {
                    all.add(given);
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(PreparedStatement insert, Given given, String of) throws SQLException {
        insert.setObject(1, Ids.next());
        insert.setObject(2, UUID.randomUUID());
        insert.setString(3, of);
        insert.setObject(4, survey);
        insert.setObject(5, Ids.next());
        insert.setString(6, ANSWERS.formatted(given.rating(), given.nps(), given.effort()));
        insert.setInt(7, given.rating());
        insert.setObject(8, given.at().atOffset(ZoneOffset.UTC));
        insert.addBatch();
    }
}
