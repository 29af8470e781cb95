package helpdesk.notification.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as it goes out (Standard Webhooks 1.0): signed with the present secret, and with the former one while that is
 * good too, each in its own scheme.
 */
record SignedMessage(Map<String, String> headers, String body) {

    static SignedMessage of(ClaimedDelivery delivery, WebhookTarget target, Instant now) {
        String id = delivery.id().toString();
        long seconds = now.getEpochSecond();
        String signatures = Stream.of(
                        Optional.of(target.secret()),
                        target.formerSecret().filter(former -> target.isFormerGoodAt(now)))
                .flatMap(Optional::stream)
                .map(secret -> secret.sign(id, seconds, delivery.payload()))
                .collect(Collectors.joining(" "));
        return new SignedMessage(
                Map.of("webhook-id", id, "webhook-timestamp", Long.toString(seconds), "webhook-signature", signatures),
                delivery.payload());
    }
}
