package helpdesk.customer.visit;

import helpdesk.platform.text.PlainText;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit as it is written down. */
record NewVisit(
        @Schema(description = "When; now when left out") @PlausibleTime
        Instant at,

        @Size(min = 1, max = 200, message = "Write 1 to 200 characters.")
        @PlainText
        @Schema(description = "What for, or where", examples = "Fitting, shop in Leeds")
        String what) {}
