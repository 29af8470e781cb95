package helpdesk.notification.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a webhook is, and what its messages are signed with.
 *
 * @param formerSecretUntil null when there is no former secret
 * @param failingSince since when it has taken nothing; null when it took the latest
 */
record WebhookTarget(
        UUID id,
        String url,
        WebhookSecret secret,
        Optional<WebhookSecret> formerSecret,
        Instant formerSecretUntil,
        Instant failingSince) {

    boolean isFailing() {
        return failingSince != null;
    }

    boolean isFormerGoodAt(Instant now) {
        return formerSecretUntil != null && now.isBefore(formerSecretUntil);
    }
}
