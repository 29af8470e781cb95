package helpdesk.feedback.survey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a customer gave, from 1 (worst) to 10 (best), whatever scale was asked for: the first answered {@code rating10} as it
 * is; without one the first {@code stars5}, doubled; then the first {@code nps}, where 0 counts as 1; then the first {@code
 * effort}, stretched evenly from 1–7 to 1–10 and rounded half up (1, 3, 4, 6, 7, 9, 10).
 */
public final class Score {

    /** From here a customer counts as satisfied: 4 and 5 of five stars, the usual measure (CSAT). */
    public static final int SATISFIED_FROM = 8;

    /** Up to here somebody should follow up (practice 31); it is also where NPS ends its detractors. */
    public static final int LOW_UP_TO = 6;

    private static final List<QuestionKind> BY_PRECEDENCE =
            List.of(QuestionKind.RATING10, QuestionKind.STARS5, QuestionKind.NPS, QuestionKind.EFFORT);

    private Score() {}

    /** The score, or null when no question on a scale was answered. */
    public static Integer of(List<Question> questions, List<Answer> answers) {
        Map<String, Answer> byKey = byKey(answers);
        return BY_PRECEDENCE.stream()
                .flatMap(kind -> questions.stream().filter(question -> question.kind() == kind))
                .map(question -> of(question.kind(), byKey.get(question.key())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The first answer to a question of this kind on the question's own scale, or null when there is none. */
    public static Integer raw(QuestionKind kind, List<Question> questions, List<Answer> answers) {
        Map<String, Answer> byKey = byKey(answers);
        return questions.stream()
                .filter(question -> question.kind() == kind)
                .map(question -> byKey.get(question.key()))
                .map(answer ->
                        answer != null && answer.value() instanceof AnswerValue.Whole(int number) ? number : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Answer> byKey(List<Answer> answers) {
        return answers.stream().collect(Collectors.toMap(Answer::key, Function.identity()));
    }

    public static boolean isLow(Integer score) {
        return score != null && score <= LOW_UP_TO;
    }

    private static Integer of(QuestionKind kind, Answer answer) {
        if (answer == null || !(answer.value() instanceof AnswerValue.Whole(int number))) {
            return null;
        }
        return switch (kind) {
            case RATING10 -> number;
            case STARS5 -> 2 * number;
            case NPS -> Math.max(1, number);
            case EFFORT -> (int) Math.round(1 + (number - 1) * 9 / 6.0);
            case YES_NO, CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> null;
        };
    }
}
