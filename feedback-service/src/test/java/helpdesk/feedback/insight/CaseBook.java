package helpdesk.feedback.insight;

import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up invitations and answers to surveys of their own, in years of their own, written as rows; and what they come to when they
 * are counted one by one.
 */
final class CaseBook implements AutoCloseable {

    private static final String NAME = "Agent of a case book";

    private final Connection connection = Database.connect();
    private final Random random;
    private final Instant begin;
    private final Duration length;
    private final List<UUID> surveys = List.of(Ids.next(), Ids.next());
    private final List<UUID> agents = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final Map<UUID, Case> cases = new LinkedHashMap<>();

    CaseBook(long seed, Instant begin, Duration length) throws SQLException {
        this.random = new Random(seed);
        this.begin = begin;
        this.length = length;
        for (UUID survey : surveys) {
            execute("""
                    insert into survey (id, version, state, is_default, name, default_language, questions, created_at, updated_at,
                        published_at)
                    values (?, 0, 'PUBLISHED', false, 'Case book', 'en',
                        '[{"key": "all", "kind": "nps", "required": false, "text": {"en": "?"}}]', now(), now(), now())""", survey);
        }
    }

    List<UUID> surveys() {
        return surveys;
    }

    List<UUID> agents() {
        return agents;
    }

    /** All or nothing from now on is seen by others, until {@link #commit()}. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    void invite(int number) throws SQLException {
        for (int i = 0; i < number; i++) {
            Case plain = new Case(
                    UUID.randomUUID(),
                    any(surveys),
                    any(List.of("SCHEDULED", "SENT", "SENT", "EXPIRED", "DROPPED")),
                    moment(),
                    random.nextInt(8) == 0 ? null : any(agents),
                    any("support", "billing", null),
                    any("billing/refund", "", null),
                    any("email", "phone"),
                    any("en", "de-AT", "bn"),
                    false,
                    null,
                    null,
                    null);
            insert(plain);
            cases.put(plain.id(), plain);
            if (random.nextBoolean()) {
                answer(plain);
            }
        }
    }

    /** Something that counts happens to one of them, in any of the ways in which it can. */
    void change(int number) throws SQLException {
        for (int i = 0; i < number; i++) {
            Case some = any(List.copyOf(cases.values()));
            switch (random.nextInt(7)) {
                case 0 -> invite(1);
                case 1 -> answer(some);
                case 2 -> write(some.in(some.answered() ? "ANSWERED" : any("SENT", "EXPIRED", "DROPPED")));
                case 3 -> write(some.in("DROPPED"));
                case 4 -> write(some.about(any(surveys), any("support", "billing", "sales", null), moment()));
                case 5 -> withdrawAnswer(some);
                default -> remove(some);
            }
        }
    }

    private void answer(Case some) throws SQLException {
        Case answered = some.withAnswer(maybe(1, 10), maybe(0, 10), maybe(1, 7));
        // As the service does: the answer first, then what it means to the invitation.
        if (some.answered()) {
            execute(
                    "update response set score = ?, nps = ?, effort = ? where invitation_id = ?",
                    answered.score(),
                    answered.nps(),
                    answered.effort(),
                    some.id());
        } else {
            execute("""
                    insert into response (id, version, invitation_id, language, answers, score, nps, effort, received_at)
                    values (gen_random_uuid(), 0, ?, 'en', '[]', ?, ?, ?, now())""", some.id(), answered.score(), answered.nps(), answered.effort());
        }
        write(answered);
    }

    private void withdrawAnswer(Case some) throws SQLException {
        execute("delete from response where invitation_id = ?", some.id());
        write(some.withoutAnswer("SENT"));
    }

    private void remove(Case some) throws SQLException {
        execute("delete from response where invitation_id = ?", some.id());
        execute("delete from invitation where id = ?", some.id());
        cases.remove(some.id());
    }

    private void insert(Case some) throws SQLException {
        execute(
                """
                insert into invitation (id, version, ticket_id, reopen_count, ticket_number, follow_up, contact, language, agent_id,
                    agent_name, team, category, channel, survey_id, state, drop_reason, correlation_id, causation_id, due_at,
                    sent_at, expires_at, created_at, updated_at)
                values (?, 0, gen_random_uuid(), 0, 'HD-1', false, '{}', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'c', 'c', now() + interval '1000 days', ?,
                    now() + interval '1000 days', now(), now())""",
                some.id(),
                some.language(),
                some.agent(),
                some.agent() == null ? null : NAME,
                some.team(),
                some.category(),
                some.channel(),
                some.survey(),
                some.state(),
                some.state().equals("DROPPED") ? "REOPENED" : null,
                some.sentAt());
    }

    private void write(Case some) throws SQLException {
        execute(
                """
                update invitation set state = ?, drop_reason = ?, answered_at = ?, team = ?, survey_id = ?, sent_at = ?
                where id = ?""",
                some.state(),
                some.state().equals("DROPPED") ? "REOPENED" : null,
                some.state().equals("ANSWERED") ? some.sentAt() : null,
                some.team(),
                some.survey(),
                some.sentAt(),
                some.id());
        cases.put(some.id(), some);
    }

    /** Counted one by one, in the order in which insight lists groups. */
    List<InsightGroup> count(Dimension by, InsightFilter filter, InsightPeriod period) {
        List<Case> counted = cases.values().stream()
                .filter(some -> some.counts() && some.isIn(period) && some.fits(filter))
                .toList();
        if (by == Dimension.TOTAL) {
            return List.of(group(null, null, counted));
        }
        Comparator<InsightGroup> byKey =
                Comparator.comparing(InsightGroup::key, Comparator.nullsLast(Comparator.naturalOrder()));
        return counted.stream()
                .collect(Collectors.groupingBy(some -> Objects.toString(some.key(by), "none of these")))
                .values()
                .stream()
                .map(some -> group(some.getFirst().key(by), name(by, some.getFirst()), some))
                .sorted(
                        by.isTrend()
                                ? byKey
                                : Comparator.comparing(InsightGroup::invited)
                                        .reversed()
                                        .thenComparing(byKey))
                .toList();
    }

    private static String name(Dimension by, Case some) {
        return switch (by) {
            case AGENT -> some.agent() == null ? null : NAME;
            case SURVEY -> "Case book";
            default -> null;
        };
    }

    private static InsightGroup group(String key, String name, List<Case> counted) {
        List<Integer> scores =
                counted.stream().map(Case::score).filter(Objects::nonNull).toList();
        long answered = counted.stream().filter(Case::answered).count();
        return new InsightGroup(
                key,
                name,
                counted.size(),
                answered,
                Proportion.of(answered, counted.size()),
                scores.isEmpty()
                        ? null
                        : Math.round(scores.stream()
                                                .mapToInt(score -> score)
                                                .average()
                                                .orElseThrow()
                                        * 100)
                                / 100.0,
                Proportion.of(scores.stream().filter(score -> score >= 8).count(), scores.size()),
                Proportion.of(scores.stream().filter(score -> score <= 6).count(), scores.size()),
                Mean.of(1, histogram(scores, 1, 10)),
                NetPromoterScore.of(histogram(
                        counted.stream().map(Case::nps).filter(Objects::nonNull).toList(), 0, 10)),
                Mean.of(
                        1,
                        histogram(
                                counted.stream()
                                        .map(Case::effort)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                1,
                                7)),
                scores.size() < 5 ? true : null);
    }

    private static long[] histogram(List<Integer> answers, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToLong(answer ->
                        answers.stream().filter(given -> given == answer).count())
                .toArray();
    }

    /** One within its time, often at the edge of a day. */
    Instant moment() {
        Instant moment = begin.plusSeconds(random.nextLong(length.toSeconds()));
        return random.nextInt(4) == 0 ? moment.truncatedTo(ChronoUnit.DAYS) : moment;
    }

    private Integer maybe(int least, int most) {
        return random.nextInt(3) == 0 ? null : random.nextInt(least, most + 1);
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<Object> values = Arrays.asList(parameters);
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
