package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.language.Languages;
import helpdesk.platform.contact.LanguageTag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question of a survey.
 *
 * @param key names the question in answers, unique in the survey
 * @param text what is asked, by language
 * @param required whether an answer is not complete without this one; false when left out
 * @param options what can be chosen, for a choice only
 * @param askedIf to whom it is put; to everybody when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        @NotNull(message = "Name the question by a key.")
        @Size(max = 40, message = "A key has at most 40 characters.")
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "A key is a slug such as would-recommend: small letters, digits and single dashes.")
        String key,

        @NotNull(
                message =
                        "Choose a kind: rating10, stars5, nps, effort, yesNo, choice, text, improvement or competitor.")
        QuestionKind kind,

        @NotEmpty(message = "Write the question in at least one language.")
        @Size(max = 50, message = "A question has at most 50 languages.")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "Write the question.")
                        @Size(max = 500, message = "A question has at most 500 characters.") String>
                text,

        Boolean required,

        @Size(max = 50, message = "A choice has at most 50 options.")
        List<@NotNull(message = "Describe the option.") @Valid Option> options,

        @Valid QuestionCondition askedIf) {

    /** The longest text a customer can write, in UTF-16 units. */
    static final int LONGEST_TEXT = 4_000;

    public Question {
        text = Languages.byTag(text);
        required = required != null && required;
    }

    /** Without a condition. */
    public Question(String key, QuestionKind kind, Map<String, String> text, Boolean required, List<Option> options) {
        this(key, kind, text, required, options, null);
    }

    /** What is wrong with the value as an answer to this question, in a sentence that says what is right. */
    Optional<String> fault(AnswerValue value) {
        return switch (kind) {
            case RATING10 -> outside(1, 10, value);
            case STARS5 -> outside(1, 5, value);
            case NPS -> outside(0, 10, value);
            case EFFORT -> outside(1, 7, value);
            case YES_NO ->
                value instanceof AnswerValue.Truth ? Optional.empty() : Optional.of("Answer with true or false.");
            case CHOICE -> isOption(value) ? Optional.empty() : Optional.of("Choose one of " + choices() + ".");
            case TEXT, IMPROVEMENT, COMPETITOR ->
                isText(value)
                        ? Optional.empty()
                        : Optional.of("Answer with a text of 1 to " + LONGEST_TEXT + " characters.");
        };
    }

    /** Whether the value is an answer to this question. */
    public boolean takes(AnswerValue value) {
        return fault(value).isEmpty();
    }

    /** Whether the value would be an answer if it were shorter. */
    public boolean isTooLong(AnswerValue value) {
        return kind.isText() && value instanceof AnswerValue.Words(String text) && text.length() > LONGEST_TEXT;
    }

    private static Optional<String> outside(int least, int most, AnswerValue value) {
        return value instanceof AnswerValue.Whole(int number) && number >= least && number <= most
                ? Optional.empty()
                : Optional.of("Answer with a whole number from %d to %d.".formatted(least, most));
    }

    private boolean isOption(AnswerValue value) {
        return value instanceof AnswerValue.Words(String chosen)
                && options.stream().anyMatch(option -> option.value().equals(chosen));
    }

    private String choices() {
        return String.join(", ", options.stream().map(Option::value).toList());
    }

    private static boolean isText(AnswerValue value) {
        return value instanceof AnswerValue.Words(String text) && !text.isBlank() && text.length() <= LONGEST_TEXT;
    }
}
