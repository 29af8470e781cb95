package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook with the secret that its messages are signed with, shown this once.
 *
 * @param secret {@code whsec_} and 32 random bytes in Base64 (Standard Webhooks); absent
 *     where messages are verified with the public key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewWebhook")
record NewWebhookView(
        @JsonUnwrapped WebhookView webhook,

        @Schema(examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDIzEV8gq1B2s=")
        String secret) {

    static NewWebhookView of(Webhook webhook) {
        WebhookSecret secret = webhook.secret();
        return new NewWebhookView(WebhookView.of(webhook), secret.publicKey().isPresent() ? null : secret.text());
    }
}
