package helpdesk.notification.callback;

import helpdesk.notification.capacity.CapacityPlan;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.contact.TimeZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wants to be called, when, and what about. */
public record BookCallback(
        @Schema(description = "The customer, where known; only staff and integrations may say it")
        UUID customerId,

        @NotBlank(message = "Write whom to ask for.")
        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = "^[^\\x00-\\x1F\\x7F]*$", message = "Write the name in one line.")
        String name,

        @NotNull(message = "Write the phone number to call.") @Phone
        String phone,

        @Schema(description = "The start of a slot from /api/v1/callback-slots; with holdId it may be left out")
        Instant slotStart,

        @NotNull(message = "Write the time zone of the person to be called.") @TimeZoneName
        String timeZone,

        @NotBlank(message = "Write what it is about.") @Size(max = 2000, message = "Write at most 2,000 characters.")
        String reason,

        @Schema(description = "The ticket it is about; only staff and integrations may say it")
        UUID ticketId,

        @LanguageTag String language,

        @Schema(description = "The group that is to call, default support")
        @Size(max = 100, message = "A group's name has at most 100 characters.")
        String group,

        @Schema(description = "A place that was kept for it: the id that POST /api/v1/callback-holds gave")
        UUID holdId) {

    /** One for which no place was kept. */
    public BookCallback(
            UUID customerId,
            String name,
            String phone,
            Instant slotStart,
            String timeZone,
            String reason,
            UUID ticketId,
            String language,
            String group) {
        this(customerId, name, phone, slotStart, timeZone, reason, ticketId, language, group, null);
    }

    /** The same wish, in this group and by this clock. */
    BookCallback placed(String otherGroup, String otherTimeZone) {
        return new BookCallback(
                customerId, name, phone, slotStart, otherTimeZone, reason, ticketId, language, otherGroup, holdId);
    }

    String phoneInE164() {
        return PhoneNumbers.normalize(phone).orElseThrow();
    }

    String groupOrDefault() {
        return group == null ? CapacityPlan.DEFAULT_GROUP : group;
    }
}
