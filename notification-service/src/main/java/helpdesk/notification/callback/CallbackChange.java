package helpdesk.notification.callback;

import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.contact.TimeZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What can be changed of a callback.
 *
 * @param slotStart null while nothing is booked
 */
public record CallbackChange(
        Instant slotStart,

        @NotNull(message = "Write the time zone of the person to be called.") @TimeZoneName
        String timeZone,

        @NotNull(message = "Write the phone number to call.") @Phone
        String phone,

        @NotBlank(message = "Write whom to ask for.")
        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = "^[^\\x00-\\x1F\\x7F]*$", message = "Write the name in one line.")
        String name,

        @NotBlank(message = "Write what it is about.") @Size(max = 2000, message = "Write at most 2,000 characters.")
        String reason) {

    static CallbackChange of(Callback callback) {
        return new CallbackChange(
                callback.slotStart(), callback.timeZone(), callback.phone(), callback.name(), callback.reason());
    }

    String phoneInE164() {
        return PhoneNumbers.normalize(phone).orElseThrow();
    }
}
