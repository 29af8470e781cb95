package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a delivery was tried.
 *
 * @param status what the other system answered, if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookAttempt")
record WebhookAttemptView(int number, Instant at, WebhookOutcome outcome, Integer status, int millis) {}
