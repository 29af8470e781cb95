package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook with the secret that its messages are signed with, shown this once.
 *
 * @param secret {@code whsec_} and 32 random bytes in Base64 (Standard Webhooks)
 */
@Schema(name = "NewWebhook")
record NewWebhookView(
        @JsonUnwrapped WebhookView webhook,

        @Schema(examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDIzEV8gq1B2s=")
        String secret) {

    static NewWebhookView of(Webhook webhook) {
        return new NewWebhookView(WebhookView.of(webhook), webhook.secret());
    }
}
