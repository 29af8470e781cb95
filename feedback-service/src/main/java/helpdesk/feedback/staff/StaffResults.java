package helpdesk.feedback.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.insight.Proportion;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.AnswerValue;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.QuestionKind;
import helpdesk.platform.problem.PlatformProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came out of a staff survey. Of fewer than five people nothing is told but how many they are. When one group alone would be
 * kept back, the next smallest is kept back with it: otherwise it could be found out by subtraction.
 *
 * @param words what was written, when at least five have answered; in no order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffResults(int answered, boolean tooFew, List<Figure> figures, List<Group> groups, List<Words> words) {

    /** Fewer than that are not told of (practice 33). */
    static final int FEWEST = 5;

    private static final String NOTHING = "";

    /**
     * Those who gave one answer to the question by which is grouped.
     *
     * @param key the answer; absent for those who gave none
     * @param answered how many; absent when too few to tell even that apart
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(String key, Integer answered, boolean tooFew, List<Figure> figures) {}

    /**
     * One question.
     *
     * @param mean of a scale
     * @param yes the share of yes
     * @param n how many answered it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Figure(String question, int n, Double mean, Proportion yes) {}

    /** What somebody wrote to a question. */
    public record Words(String question, String text) {}

    static StaffResults of(List<Question> questions, List<List<Answer>> all, String by) {
        boolean tooFew = all.size() < FEWEST;
        List<Group> groups =
                by == null ? null : tooFew ? List.of() : groups(questions, all, requireChoice(questions, by));
        return new StaffResults(
                all.size(),
                tooFew,
                tooFew ? List.of() : figures(questions, all),
                groups,
                tooFew ? List.of() : words(questions, all));
    }

    private static Question requireChoice(List<Question> questions, String by) {
        return questions.stream()
                .filter(question -> question.key().equals(by) && question.kind() == QuestionKind.CHOICE)
                .findFirst()
                .orElseThrow(
                        () -> PlatformProblem.INVALID_PARAMETER.at("?by", "Give the key of a choice of this survey."));
    }

    private static List<Group> groups(List<Question> questions, List<List<Answer>> all, Question by) {
        Map<String, List<List<Answer>>> members = new TreeMap<>();
        for (List<Answer> one : all) {
            members.computeIfAbsent(choice(one, by.key()), key -> new ArrayList<>())
                    .add(one);
        }
        List<String> bySize = members.keySet().stream()
                .sorted(Comparator.comparingInt(key -> members.get(key).size()))
                .toList();
        long small =
                members.values().stream().filter(group -> group.size() < FEWEST).count();
        // One alone would be all of them without the others.
        long kept = small == 1 ? Math.min(2, bySize.size()) : small;
        List<String> keptBack = bySize.subList(0, (int) kept);
        return members.entrySet().stream()
                .map(group -> keptBack.contains(group.getKey())
                        ? new Group(name(group.getKey()), null, true, null)
                        : new Group(
                                name(group.getKey()),
                                group.getValue().size(),
                                false,
                                figures(questions, group.getValue())))
                .toList();
    }

    private static String choice(List<Answer> answers, String key) {
        return answers.stream()
                .filter(answer -> answer.key().equals(key))
                .map(answer -> answer.value() instanceof AnswerValue.Words(String text) ? text : NOTHING)
                .findFirst()
                .orElse(NOTHING);
    }

    private static String name(String key) {
        return key.equals(NOTHING) ? null : key;
    }

    private static List<Figure> figures(List<Question> questions, List<List<Answer>> all) {
        return questions.stream()
                .flatMap(question -> figure(question, values(all, question.key())))
                .toList();
    }

    private static List<AnswerValue> values(List<List<Answer>> all, String key) {
        return all.stream()
                .flatMap(List::stream)
                .filter(answer -> answer.key().equals(key))
                .map(Answer::value)
                .toList();
    }

    /** Also of a question that only few have answered nothing is told. */
    private static Stream<Figure> figure(Question question, List<AnswerValue> values) {
        if (values.size() < FEWEST) {
            return Stream.empty();
        }
        return switch (question.kind()) {
            case RATING10, STARS5, NPS, EFFORT ->
                Stream.of(new Figure(
                        question.key(),
                        values.size(),
                        values.stream()
                                .mapToInt(value -> value instanceof AnswerValue.Whole(int number) ? number : 0)
                                .average()
                                .orElseThrow(),
                        null));
            case YES_NO ->
                Stream.of(new Figure(
                        question.key(),
                        values.size(),
                        null,
                        Proportion.of(
                                values.stream()
                                        .filter(value -> value instanceof AnswerValue.Truth(boolean yes) && yes)
                                        .count(),
                                values.size())));
            case CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> Stream.empty();
        };
    }

    private static List<Words> words(List<Question> questions, List<List<Answer>> all) {
        Set<String> inWords = questions.stream()
                .filter(question -> question.kind().isText())
                .map(Question::key)
                .collect(Collectors.toSet());
        // By their text, which says nothing of who wrote what else.
        return all.stream()
                .flatMap(List::stream)
                .flatMap(answer -> Stream.concat(
                        answer.comment() == null
                                ? Stream.empty()
                                : Stream.of(new Words(answer.key(), answer.comment())),
                        inWords.contains(answer.key()) && answer.value() instanceof AnswerValue.Words(String text)
                                ? Stream.of(new Words(answer.key(), text))
                                : Stream.empty()))
                .sorted(Comparator.comparing(Words::question).thenComparing(Words::text))
                .toList();
    }
}
