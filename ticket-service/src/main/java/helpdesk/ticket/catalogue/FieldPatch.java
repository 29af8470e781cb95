package helpdesk.ticket.catalogue;

import helpdesk.platform.text.PlainText;
import helpdesk.ticket.input.Kept;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What can be written of a custom field. Key, kind and target stay, because tickets have values already. */
public record FieldPatch(
        @Kept(message = "A field always has a name.")
        @PlainText
        @Size(max = 100, message = "A name has at most 100 characters.")
        String name,

        @Size(max = 200, message = "At most 200 choices.")
        List<
                        @NotNull(message = "A choice is a text.")
                        @Pattern(regexp = NewField.CHOICE, message = NewField.CHOICE_MESSAGE) String>
                choices,

        @Kept(message = "A field is active or not.") Boolean active) {

    /** Choices that are removed are none. */
    public FieldPatch {
        choices = choices == null ? List.of() : choices.stream().distinct().toList();
    }
}
