package helpdesk.feedback.response;

import helpdesk.feedback.invitation.DetractorReported.Comment;
import helpdesk.feedback.survey.Answer;
import helpdesk.feedback.survey.AnswerValue;
import helpdesk.feedback.survey.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a customer wrote in words, each beside its question. */
final class Comments {

    private Comments() {}

    /** In the order of the answers. */
    static List<Comment> of(List<Question> questions, List<Answer> answers, String language) {
        Map<String, Question> byKey = questions.stream().collect(Collectors.toMap(Question::key, Function.identity()));
        return answers.stream()
                .flatMap(answer -> words(byKey.get(answer.key()), answer)
                        .map(text -> new Comment(byKey.get(answer.key()).text().get(language), text))
                        .stream())
                .toList();
    }

    private static Optional<String> words(Question question, Answer answer) {
        return question.kind().isText() && answer.value() instanceof AnswerValue.Words(String text)
                ? Optional.of(text)
                : Optional.ofNullable(answer.comment());
    }
}
