package helpdesk.notification.template;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Words that are to be in force.
 *
 * @param draft whether they are only kept until they are published
 */
record NewTemplateVersion(
        @NotNull(message = "Say in which language the words are.") @LanguageTag
        String language,

        @NotNull(message = "Write the subject.")
        @PlainText
        @Size(max = 200, message = "A subject has at most 200 characters.")
        String subject,

        @NotNull(message = "Write the text.")
        @PlainText(multiline = true, message = "Write something that can be seen.")
        @Size(max = 10_000, message = "A text has at most 10,000 characters.")
        String text,

        Boolean draft) {

    NewTemplateVersion {
        text = text == null ? null : text.replace("\r\n", "\n").strip();
        subject = subject == null ? null : subject.strip();
    }

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }
}
