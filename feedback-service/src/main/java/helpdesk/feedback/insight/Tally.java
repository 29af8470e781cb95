package helpdesk.feedback.insight;

import helpdesk.feedback.survey.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many were asked and answered, and how often each answer was given.
 *
 * @param counts in the order of the columns
 */
record Tally(long[] counts) {

    /** The tables and views of insight all have these. */
    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("asked", "answered"), columns("s", 1, 10), columns("n", 0, 10), columns("e", 1, 7))
            .flatMap(Function.identity())
            .toList();

    private static final int SCORES = 2;
    private static final int NPS = SCORES + 10;
    private static final int EFFORT = NPS + 11;

    private static final int FEW = 5;

    private static Stream<String> columns(String name, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(answer -> name + answer);
    }

    /** The columns, each in the form, separated by commas. */
    static String columns(String form) {
        return COLUMNS.stream().map(column -> form.replace("*", column)).collect(Collectors.joining(", "));
    }

    static Tally none() {
        return new Tally(new long[COLUMNS.size()]);
    }

    /** Reads the columns of a row. */
    static Tally of(ResultSet row, int first) throws SQLException {
        Tally tally = none();
        for (int i = 0; i < tally.counts.length; i++) {
            tally.counts[i] = row.getLong(first + i);
        }
        return tally;
    }

    Tally plus(Tally other) {
        return new Tally(IntStream.range(0, counts.length)
                .mapToLong(i -> counts[i] + other.counts[i])
                .toArray());
    }

    /** What they come to. */
    InsightGroup group(String key, String name) {
        long[] scores = Arrays.copyOfRange(counts, SCORES, NPS);
        long asked = counts[0];
        long answered = counts[1];
        long scored = sum(scores, 1, scores.length);
        return new InsightGroup(
                key,
                name,
                asked,
                answered,
                Proportion.of(answered, asked),
                average(scores, scored),
                Proportion.of(sum(scores, Score.SATISFIED_FROM, scores.length), scored),
                Proportion.of(sum(scores, 1, Score.LOW_UP_TO), scored),
                Mean.of(1, scores),
                NetPromoterScore.of(Arrays.copyOfRange(counts, NPS, EFFORT)),
                Mean.of(1, Arrays.copyOfRange(counts, EFFORT, counts.length)),
                scored < FEW ? true : null);
    }

    /** How many scores there are from one to another. */
    private static long sum(long[] scores, int least, int most) {
        return Arrays.stream(scores, least - 1, most).sum();
    }

    private static Double average(long[] scores, long scored) {
        if (scored == 0) {
            return null;
        }
        long sum = IntStream.rangeClosed(1, scores.length)
                .mapToLong(score -> score * scores[score - 1])
                .sum();
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(scored), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
