package helpdesk.notification.appointment;

import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.PhoneNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What can be written of an appointment without moving it. */
public record AppointmentChanges(
        @NotBlank(message = "Write what it is about.")
        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = "^[^\\x00-\\x1F\\x7F\\u2028\\u2029]*$", message = "Write the subject in one line.")
        String subject,

        @Size(min = 1, max = 4000, message = "Write 1 to 4,000 characters, or null for none.")
        String notes,

        @NotNull(message = "Write where the visit is.") @Valid
        AddressBody address,

        @Phone String phone,
        @EmailAddress String email,

        @NotNull(message = "Write which agent comes.") UUID agentId) {

    /** As it is. */
    static AppointmentChanges of(Appointment appointment) {
        return new AppointmentChanges(
                appointment.subject(),
                appointment.notes(),
                appointment.address(),
                appointment.visited().phone(),
                appointment.visited().email(),
                appointment.agentId());
    }

    /** With contacts as they are stored. */
    AppointmentChanges normalized() {
        return new AppointmentChanges(
                subject,
                notes,
                address,
                phone == null ? null : PhoneNumbers.normalize(phone).orElseThrow(),
                email == null ? null : EmailAddresses.normalize(email),
                agentId);
    }
}
