package helpdesk.notification.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are told. */
@ConfigMapping(prefix = "helpdesk.webhooks")
interface WebhookSettings {

    /** Blocks of addresses that webhooks may be in although they are not public, for example {@code 10.20.0.0/16}. */
    Optional<List<String>> allowedNetworks();

    /** How long after each failed attempt the next one follows; after the last, it is given up. */
    List<Duration> retries();

    /** How long an attempt takes at most, from the first byte to the last. */
    Duration timeout();

    /** How long a webhook may take nothing until it is disabled. */
    Duration patience();

    /** Whether this process sends. */
    boolean send();
}
