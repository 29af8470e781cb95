package helpdesk.feedback.response;

import helpdesk.feedback.survey.Answer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a customer answers, one answer for each question that is not passed over. */
public record AnswerRequest(
        @NotEmpty(message = "Answer at least one question.")
        @Size(max = 15, message = "A survey has at most 15 questions.")
        List<@NotNull(message = "Describe the answer.") @Valid Answer> answers) {}
