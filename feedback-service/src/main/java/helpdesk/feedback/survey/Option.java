package helpdesk.feedback.survey;

import helpdesk.feedback.language.Languages;
import helpdesk.platform.contact.LanguageTag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * One of the answers to a choice.
 *
 * @param value what is stored, unique in the question
 * @param text what is shown, by language
 */
public record Option(
        @NotBlank(message = "Name the value of the option.")
        @Size(max = 100, message = "The value of an option has at most 100 characters.")
        String value,

        @NotEmpty(message = "Write the option in at least one language.")
        @Size(max = 50, message = "An option has at most 50 languages.")
        Map<
                        @LanguageTag String,
                        @NotBlank(message = "Write the option.")
                        @Size(max = 200, message = "An option has at most 200 characters.") String>
                text) {

    public Option {
        text = Languages.byTag(text);
    }
}
