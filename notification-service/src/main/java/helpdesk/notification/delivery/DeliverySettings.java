package helpdesk.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How messages are sent, whatever sends them. */
@ConfigMapping(prefix = "helpdesk.delivery")
interface DeliverySettings {

    /** How long after each failed attempt the next one follows; after the last, the message has failed. */
    List<Duration> retries();

    /** How long after an attempt of which nobody knows the end the second one follows. */
    Duration afterDoubt();

    /** How long a process sends nothing to a server that it cannot reach, at most. */
    Duration longestPause();

    /** Messages a second to one domain, by all processes together. */
    int rate();

    /** Messages at once to one domain, by all processes together. */
    int connections();

    /** Whether this process sends. */
    boolean send();
}
