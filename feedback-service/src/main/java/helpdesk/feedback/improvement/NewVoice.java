package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who asks for an improvement: by an answer, or by hand.
 *
 * @param responseId the answer, which tells the rest
 * @param language in which they are told; English when left out
 */
record NewVoice(
        @Schema(description = "The answer that asks for it; then leave out the rest")
        UUID responseId,

        UUID customerId,

        @Size(min = 1, max = 200, message = "A name has 1 to 200 characters.") @PlainText
        String name,

        @EmailAddress String email,

        @Phone String phone,

        @LanguageTag String language) {

    @JsonIgnore
    @AssertTrue(message = "Name either responseId, or who asks: by customerId, name, email or phone.")
    boolean isEither() {
        boolean byHand = Stream.of(customerId, name, email, phone).anyMatch(Objects::nonNull);
        return byHand == (responseId == null) && (responseId == null || language == null);
    }
}
