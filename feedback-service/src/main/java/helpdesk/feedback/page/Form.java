package helpdesk.feedback.page;

import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.AnswerValue;
import helpdesk.feedback.survey.Question;
import helpdesk.feedback.survey.Survey;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a browser sends of a survey.
 *
 * @param entries by the keys of the questions
 * @param shown the keys of the questions that were on the page
 */
record Form(Survey survey, Map<String, Entry> entries, Set<String> shown) {

    /** The longest comment, in UTF-16 units. */
    private static final int LONGEST = 4_000;

    private static final String VALUE = "q.";
    private static final String COMMENT = "c.";
    private static final String SHOWN = "shown";

    static Form of(Survey survey, MultivaluedMap<String, String> fields) {
        Map<String, Entry> entries = new HashMap<>();
        for (Question question : survey.questions()) {
            entries.put(
                    question.key(),
                    new Entry(text(fields, VALUE + question.key()), text(fields, COMMENT + question.key())));
        }
        return new Form(survey, entries, Set.copyOf(fields.getOrDefault(SHOWN, List.of())));
    }

    /** What a field holds, without what no keyboard writes. */
    static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }

    /** The answers to the questions that are put, as far as something was entered that can be one. */
    List<Answer> answers() {
        List<Answer> all = survey.questions().stream()
                .flatMap(question -> answer(question).stream())
                .toList();
        Set<String> asked = survey.asked(all).stream().map(Question::key).collect(Collectors.toSet());
        return all.stream().filter(answer -> asked.contains(answer.key())).toList();
    }

    private Optional<Answer> answer(Question question) {
        Entry entry = entries.getOrDefault(question.key(), Entry.NOTHING);
        return value(question, entry.value())
                .map(value -> new Answer(question.key(), value, entry.comment().isEmpty() ? null : entry.comment()));
    }

    private static Optional<AnswerValue> value(Question question, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (question.kind()) {
            case RATING10, STARS5, NPS, EFFORT ->
                text.matches("\\d{1,2}")
                        ? Optional.of(new AnswerValue.Whole(Integer.parseInt(text)))
                        : Optional.empty();
            case YES_NO ->
                Stream.of("true", "false").anyMatch(text::equals)
                        ? Optional.of(new AnswerValue.Truth(Boolean.parseBoolean(text)))
                        : Optional.empty();
            case CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> Optional.of(new AnswerValue.Words(text));
        };
    }

    /** The questions that these answers lead to and that were not on the page. */
    List<Question> revealed() {
        return survey.asked(answers()).stream()
                .filter(question -> !shown.contains(question.key()))
                .toList();
    }

    /** What is wrong, by the keys of the questions: the name of the sentence that says so. */
    Map<String, String> faults() {
        List<Answer> answers = answers();
        Map<String, Answer> given = answers.stream().collect(Collectors.toMap(Answer::key, answer -> answer));
        Map<String, String> faults = new LinkedHashMap<>();
        for (Question question : survey.asked(answers)) {
            Answer answer = given.get(question.key());
            if (answer == null) {
                if (question.required()) {
                    faults.put(question.key(), "fault.missing");
                }
            } else if (question.isTooLong(answer.value())
                    || answer.comment() != null && answer.comment().length() > LONGEST) {
                faults.put(question.key(), "fault.long");
            } else if (!question.takes(answer.value())) {
                faults.put(question.key(), "fault.value");
            }
        }
        return faults;
    }

    /** The answers without those at which something is wrong. */
    List<Answer> soundAnswers() {
        Set<String> wrong = faults().keySet();
        return answers().stream()
                .filter(answer -> !wrong.contains(answer.key()))
                .toList();
    }
}
