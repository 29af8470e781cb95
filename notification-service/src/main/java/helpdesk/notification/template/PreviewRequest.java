package helpdesk.notification.template;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What somebody wants to look at.
 *
 * @param subject that of the words in force when left out, like the text
 * @param facts in place of the usual ones of a preview, by the names of the placeholders; null is one that is not known
 */
record PreviewRequest(
        @NotNull(message = "Say in which language to preview it.") @LanguageTag
        String language,

        @PlainText @Size(max = 200, message = "A subject has at most 200 characters.")
        String subject,

        @PlainText(multiline = true, message = "Write something that can be seen.")
        @Size(max = 10_000, message = "A text has at most 10,000 characters.")
        String text,

        @Size(max = 50, message = "Name at most 50 facts.")
        Map<String, @Size(max = 1000, message = "A fact has at most 1,000 characters.") String> facts) {

    PreviewRequest {
        text = text == null ? null : text.replace("\r\n", "\n").strip();
        subject = subject == null ? null : subject.strip();
        facts = facts == null ? Map.of() : facts;
    }
}
