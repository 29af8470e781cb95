package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to one question.
 *
 * @param key which question
 * @param value what is answered, as the kind of the question asks
 * @param comment why, in the customer's words; not for questions that ask for a text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        @NotNull(message = "Name the question by its key.")
        @Size(max = 40, message = "A key has at most 40 characters.")
        String key,

        @Schema(
                description = "A whole number, true or false, or a text, as the kind of the question asks",
                required = true,
                implementation = Object.class,
                oneOf = {Integer.class, Boolean.class, String.class})
        @NotNull(message = "Give an answer, or leave the whole question out.")
        AnswerValue value,

        @Size(max = Question.LONGEST_TEXT, message = "A comment has at most 4000 characters.")
        @Pattern(regexp = "(?s).*\\S.*", message = "Write a comment or leave it out.")
        String comment) {}
