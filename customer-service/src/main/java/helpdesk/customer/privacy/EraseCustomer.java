package helpdesk.customer.privacy;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is forgotten. */
record EraseCustomer(
        @Size(min = 1, max = 500, message = "A reason has 1 to 500 characters.")
        @PlainText
        @Schema(description = "Kept; so without names", examples = "Asked by letter of 3 May")
        String reason) {}
