package helpdesk.feedback.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which questions are put to somebody, as the answers so far decide. */
final class Questionnaire {

    private Questionnaire() {}

    /** Those without a condition, and those whose condition holds; an earlier question that was not put decides against. */
    static List<Question> asked(List<Question> questions, List<Answer> answers) {
        Map<String, AnswerValue> given = new HashMap<>();
        answers.forEach(answer -> given.putIfAbsent(answer.key(), answer.value()));
        Map<String, AnswerValue> counted = new HashMap<>();
        List<Question> asked = new ArrayList<>();
        for (Question question : questions) {
            QuestionCondition condition = question.askedIf();
            if (condition == null || condition.holds(counted.get(condition.question()))) {
                asked.add(question);
                counted.put(question.key(), given.get(question.key()));
            }
        }
        return asked;
    }
}
