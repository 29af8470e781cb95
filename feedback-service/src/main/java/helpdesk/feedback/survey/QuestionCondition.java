package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * To whom a question is put: those who answered an earlier one so.
 *
 * @param question the key of the earlier question
 * @param in one of these answers
 * @param atLeast a number from here
 * @param atMost a number up to here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionCondition(
        @NotNull(message = "Name the earlier question by its key.")
        @Size(max = 40, message = "A key has at most 40 characters.")
        String question,

        @Schema(
                description = "Whole numbers, true or false, or values of options, as the kind of the question asks",
                implementation = Object[].class)
        @Size(min = 1, max = 50, message = "Name 1 to 50 answers.")
        List<@NotNull(message = "Name an answer.") AnswerValue> in,

        Integer atLeast,
        Integer atMost) {

    /** Whether the answer to the earlier question is such a one; null is not. */
    boolean holds(AnswerValue answer) {
        if (answer == null || in != null && !in.contains(answer)) {
            return false;
        }
        if (atLeast == null && atMost == null) {
            return true;
        }
        return answer instanceof AnswerValue.Whole(int number)
                && (atLeast == null || number >= atLeast)
                && (atMost == null || number <= atMost);
    }

    /** What is wrong with it as a condition on the earlier question, in a sentence that says what is right. */
    Optional<String> fault(Question earlier) {
        if (earlier.kind().isText()) {
            return Optional.of("Choose a question that is not answered in words.");
        }
        if (in == null && atLeast == null && atMost == null) {
            return Optional.of("Name the answers with in, atLeast or atMost.");
        }
        boolean scale =
                switch (earlier.kind()) {
                    case RATING10, STARS5, NPS, EFFORT -> true;
                    case YES_NO, CHOICE, TEXT, IMPROVEMENT, COMPETITOR -> false;
                };
        if (!scale && (atLeast != null || atMost != null)) {
            return Optional.of("Only a question on a scale has atLeast and atMost. Use in.");
        }
        if (atLeast != null && atMost != null && atLeast > atMost) {
            return Optional.of("atLeast is not above atMost.");
        }
        return in == null
                ? Optional.empty()
                : in.stream().map(earlier::fault).flatMap(Optional::stream).findFirst();
    }
}
