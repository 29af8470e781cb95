package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery with what is sent and how that was tried. */
@Schema(name = "WebhookDeliveryDetail")
record DeliveryDetailView(
        @JsonUnwrapped DeliveryView delivery,

        @Schema(description = "The body as it is sent, to the letter")
        String payload,

        List<WebhookAttemptView> log) {}
