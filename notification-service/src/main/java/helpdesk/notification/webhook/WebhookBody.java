package helpdesk.notification.webhook;

import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be written of a webhook.
 *
 * @param events which events it is told of: types, or beginnings of types with an asterisk for the rest
 */
record WebhookBody(
        @NotNull(message = "Write the address.")
        @Size(min = 1, max = 2000, message = "An address has at most 2,000 characters.")
        @Schema(examples = "https://crm.example.com/hooks/helpdesk")
        String url,

        @NotNull(message = "Say which events it is told of.")
        @Size(min = 1, max = 50, message = "Name 1 to 50 events.")
        @Schema(
                examples = "[\"org.helpdesk.ticket.*\"]",
                description = "Types; an asterisk at the end stands for the rest")
        List<
                        @NotNull(message = "Name an event.")
                        @Size(max = 200, message = "A type has at most 200 characters.")
                        @Pattern(regexp = EventPattern.FORM, message = EventPattern.ADVICE) String>
                events,

        @PlainText
        @Size(min = 1, max = 200, message = "A description has 1 to 200 characters.")
        @Schema(examples = "The orders in our CRM")
        String description,

        @Schema(defaultValue = "true", description = "false: nothing is sent until it is true again")
        Boolean enabled,

        @Schema(
                defaultValue = "v1",
                description =
                        "v1: HMAC-SHA-256 with a secret that both sides know. v1a: Ed25519, verified with a public key."
                                + " It is changed by a secret-rotation")
        SignatureScheme signature) {

    /** Fills in what was left out. */
    WebhookBody {
        enabled = enabled == null || enabled;
        signature = signature == null ? SignatureScheme.V1 : signature;
        events = events == null ? null : events.stream().distinct().toList();
    }
}
