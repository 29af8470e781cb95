package helpdesk.feedback.response;

import helpdesk.feedback.survey.Answer;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What somebody who found a card answers.
 *
 * @param name who they are; they need not say, as with email and phone
 */
public record CardAnswerRequest(
        @NotEmpty(message = "Answer at least one question.")
        @Size(max = 15, message = "A survey has at most 15 questions.")
        List<@NotNull(message = "Describe the answer.") @Valid Answer> answers,

        @Size(min = 1, max = 200, message = "A name has 1 to 200 characters.") @PlainText
        String name,

        @EmailAddress String email,
        @Phone String phone) {}
