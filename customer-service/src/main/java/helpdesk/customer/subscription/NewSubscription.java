package helpdesk.customer.subscription;

import com.fasterxml.jackson.annotation.JsonIgnore;
import helpdesk.customer.reward.Money;
import helpdesk.platform.text.PlainText;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription as it is written down. */
record NewSubscription(
        @NotNull(message = "Say what was subscribed to.")
        @Size(min = 1, max = 200, message = "A name has 1 to 200 characters.")
        @PlainText
        @Schema(examples = "Newspaper, six days a week")
        String name,

        @Valid @Schema(description = "What it is worth, for each time it is renewed")
        Money value,

        @PlausibleTime LocalDate startedOn,

        @NotNull(message = "Write its last day, for example 2027-03-31.")
        @Schema(description = "Its last day, unless it is renewed")
        @PlausibleTime
        LocalDate endsOn,

        @Size(min = 1, max = 200, message = "An id has 1 to 200 characters.")
        @PlainText
        @Schema(description = "How it is called elsewhere; each once")
        String externalId) {

    @JsonIgnore
    @AssertTrue(message = "It starts before it ends.")
    boolean isForward() {
        return startedOn == null || endsOn == null || !endsOn.isBefore(startedOn);
    }
}
