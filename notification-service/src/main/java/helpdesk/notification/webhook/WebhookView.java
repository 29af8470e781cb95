package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook, without its secret.
 *
 * @param disabledBecause why nothing is sent, when it is not enabled
 * @param failingSince since when nothing has arrived there; absent when the latest attempt succeeded
 * @param publicKey what messages are verified with; absent where a secret is
 * @param formerSecretUntil until when messages are signed with the former secret too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook")
record WebhookView(
        UUID id,
        String url,
        List<String> events,
        String description,
        boolean enabled,
        SignatureScheme signature,

        @Schema(examples = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        String publicKey,

        DisabledBecause disabledBecause,
        Instant failingSince,
        Instant formerSecretUntil,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static WebhookView of(Webhook webhook) {
        WebhookBody body = webhook.writable();
        return new WebhookView(
                webhook.id(),
                body.url(),
                body.events(),
                body.description(),
                webhook.isEnabled(),
                body.signature(),
                webhook.secret().publicKey().orElse(null),
                webhook.disabledBecause(),
                webhook.failingSince(),
                webhook.formerSecretUntil(),
                webhook.createdAt(),
                webhook.updatedAt(),
                webhook.version());
    }
}
