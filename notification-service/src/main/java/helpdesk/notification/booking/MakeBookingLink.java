package helpdesk.notification.booking;

import helpdesk.notification.capacity.CapacityPlan;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.contact.Phone;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.contact.TimeZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For whom a link is made, and what is known of them; what is not, they are asked. */
public record MakeBookingLink(
        @Schema(description = "The customer, where known; the profile says what is left out here")
        UUID customerId,

        @Schema(description = "The ticket it is about") UUID ticketId,

        @Size(min = 1, max = 200, message = "Write 1 to 200 characters.")
        @Pattern(
                regexp = "^(?=[\\s\\S]*\\S)[^\\x00-\\x1F\\x7F]*$",
                message = "Write the name in one line, or leave it out.")
        String name,

        @Phone String phone,

        @Schema(description = "The group that is to call, default support")
        @Size(max = 100, message = "A group's name has at most 100 characters.")
        String group,

        @LanguageTag String language,
        @TimeZoneName String timeZone,

        @Schema(description = "So long the link can be used, default 168, which is a week")
        @Min(value = 1, message = "Write at least 1.")
        @Max(value = 8760, message = "Write at most 8760, which is a year.")
        Integer expiresInHours) {

    private static final Duration USUAL = Duration.ofDays(7);

    Duration validFor() {
        return expiresInHours == null ? USUAL : Duration.ofHours(expiresInHours);
    }

    String groupOrDefault() {
        return group == null ? CapacityPlan.DEFAULT_GROUP : group;
    }

    String phoneInE164() {
        return phone == null ? null : PhoneNumbers.normalize(phone).orElseThrow();
    }
}
