package helpdesk.ticket.standard;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the standards page says beside the policies. */
@Schema(name = "ServiceStandardsSettings")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingsBody(
        @PlainText @Size(max = 100, message = "A name has at most 100 characters.") @Schema(examples = "Example Ltd")
        String organisation,

        @Size(max = 20, message = "At most 20 contacts.")
        List<@NotNull(message = "A contact has a channel and an address.") @Valid PublicContact> contacts,

        @Size(max = 20, message = "At most 20 languages.")
        @Schema(
                description =
                        "The procedure when something went wrong, by language, in the place of the built-in one; a "
                                + "language that is not there keeps that")
        Map<
                        @LanguageTag String,
                        @NotNull(message = "Give the steps.") @Size(min = 1, max = 12, message = "Give 1 to 12 steps.")
                                List<
                                @NotNull(message = "A step is a text.") @PlainText
                                @Size(max = 500, message = "A step has at most 500 characters.") String>>
                settlement) {

    /** What is left out is empty. */
    public SettingsBody {
        contacts = contacts == null ? List.of() : contacts;
        settlement = settlement == null ? Map.of() : settlement;
    }
}
