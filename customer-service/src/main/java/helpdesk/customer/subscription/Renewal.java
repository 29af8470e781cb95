package helpdesk.customer.subscription;

import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a subscription goes on. */
@Schema(name = "SubscriptionRenewal")
record Renewal(
        @NotNull(message = "Write its new last day, for example 2028-03-31.") @PlausibleTime
        LocalDate endsOn) {}
