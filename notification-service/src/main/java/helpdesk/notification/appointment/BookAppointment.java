package helpdesk.notification.appointment;

import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.contact.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is visited by whom, where, when, and what about. */
public record BookAppointment(
        @Schema(description = "The customer, where known") UUID customerId,
        @Schema(description = "The ticket it is about") UUID ticketId,

        @NotNull(message = "Write which agent comes.")
        @Schema(description = "The agent who comes, by the id of the account")
        UUID agentId,

        @NotBlank(message = "Write whom to ask for.")
        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = ONE_LINE, message = "Write the name in one line.")
        String name,

        @EmailAddress String email,
        @Phone String phone,

        @NotBlank(message = "Write what it is about.")
        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = ONE_LINE, message = "Write the subject in one line.")
        String subject,

        @Size(min = 1, max = 4000, message = "Write 1 to 4,000 characters, or leave it out.")
        @Schema(description = "For those who work here; customers are not told it")
        String notes,

        @NotNull(message = "Write where the visit is.") @Valid
        AddressBody address,

        @NotNull(message = "Write when the window begins.") Instant windowStart,

        @NotNull(message = "Write when the window ends.") Instant windowEnd,

        @NotNull(message = "Write the time zone of the place, for example Europe/Berlin.") @TimeZoneName
        String timeZone,

        @LanguageTag String language,

        @Schema(description = "A hold of this window, from POST /api/v1/appointment-holds")
        UUID holdId) {

    private static final String ONE_LINE = "^[^\\x00-\\x1F\\x7F\\u2028\\u2029]*$";

    String normalizedEmail() {
        return email == null ? null : EmailAddresses.normalize(email);
    }

    String phoneInE164() {
        return phone == null ? null : PhoneNumbers.normalize(phone).orElseThrow();
    }
}
