package helpdesk.feedback.survey;

import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the answers of a customer against the questions of a survey. */
final class AnswerCheck {

    private final Map<String, Question> questions;
    private final List<Question> asked;
    private final List<FieldError> faults = new ArrayList<>();

    private AnswerCheck(List<Question> questions, List<Answer> answers) {
        this.asked = Questionnaire.asked(questions, answers);
        this.questions = questions.stream().collect(Collectors.toMap(Question::key, Function.identity()));
    }

    /**
     * Lets answers pass that fit the questions.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with a pointer to everything that does not fit
     */
    static void require(List<Question> questions, List<Answer> answers) {
        AnswerCheck check = new AnswerCheck(questions, answers);
        check.answers(answers);
        check.completeness(answers);
        check.end();
    }

    /**
     * Lets answers pass that fit the questions as far as there are any.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with a pointer to everything that does not fit
     */
    static void requirePossible(List<Question> questions, List<Answer> answers) {
        AnswerCheck check = new AnswerCheck(questions, answers);
        check.answers(answers);
        check.end();
    }

    private void end() {
        if (!faults.isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST
                    .problem("Correct what the errors name and send your answers again. Nothing was stored.")
                    .with(faults);
        }
    }

    private void answers(List<Answer> answers) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            String pointer = "/answers/" + i;
            Question question = questions.get(answer.key());
            if (question == null) {
                add(pointer + "/key", "unknown-question", "This survey does not ask that. Leave the answer out.");
            } else if (!asked.contains(question)) {
                add(pointer + "/key", "question-not-asked", "After the other answers this is not asked. Leave it out.");
            } else if (!seen.add(answer.key())) {
                add(pointer + "/key", "double-answer", "This question is answered already. Answer it once.");
            } else {
                answer(pointer, question, answer);
            }
        }
    }

    private void answer(String pointer, Question question, Answer answer) {
        Optional<String> fault = question.fault(answer.value());
        fault.ifPresent(sentence -> add(pointer + "/value", "invalid-value", sentence));
        if (question.kind().isText() && answer.comment() != null) {
            add(pointer + "/comment", "comment-not-asked", "Write it into the value; it is a text already.");
        }
    }

    private void completeness(List<Answer> answers) {
        Set<String> given = answers.stream().map(Answer::key).collect(Collectors.toSet());
        asked.stream()
                .filter(question -> question.required() && !given.contains(question.key()))
                .forEach(question ->
                        add("/answers", "missing-answer", "Answer the question " + question.key() + " too."));
    }

    private void add(String pointer, String code, String detail) {
        faults.add(new FieldError(pointer, code, detail));
    }
}
