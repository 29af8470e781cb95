package helpdesk.ticket.catalogue;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A custom field to be. Without a name, its key is its name. */
@WholeField
@Schema(
        name = "NewField",
        description = "Choices for a choice or multiChoice, a target for a reference, and only there.")
public record NewField(
        @NotNull(message = "Give the field a key.")
        @Pattern(regexp = KEY, message = KEY_MESSAGE)
        @Schema(examples = "plan")
        String key,

        @PlainText @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @NotNull(message = "Say what it holds: text, number, date, choice, multiChoice or reference.")
        FieldKind kind,

        @Size(max = 200, message = "At most 200 choices.")
        List<
                        @NotNull(message = "A choice is a text.")
                        @Pattern(regexp = NewField.CHOICE, message = NewField.CHOICE_MESSAGE) String>
                choices,

        FieldTarget target) {

    /** Letters with their marks: those of Hindi, Bengali and Tamil have vowel signs. */
    public static final String KEY = "[\\p{L}\\p{M}\\p{N}._-]{1,60}";

    /** What {@link #KEY} says. */
    public static final String KEY_MESSAGE =
            "The name of a custom field has 1 to 60 letters, digits, dots, dashes or underscores.";

    static final String CHOICE = "(?U)(?=.{1,50}$)[^\\p{Cntrl}]{0,49}[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,49}";
    static final String CHOICE_MESSAGE = "A choice is a line of 1 to 50 characters.";

    /** Choices that are left out are none. */
    public NewField {
        choices = choices == null ? List.of() : choices.stream().distinct().toList();
    }
}
