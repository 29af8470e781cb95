package helpdesk.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How text messages are sent: by the HTTP API of any provider. Without an address, none is. */
@ConfigMapping(prefix = "helpdesk.sms")
interface SmsSettings {

    /** Where they are posted. */
    Optional<String> url();

    /** The header {@code Authorization}. */
    Optional<String> authorization();

    /** JSON or a form with {@code {to}}, {@code {text}} and {@code {id}} in it. */
    Optional<String> body();

    /** How long an attempt takes at most. */
    Duration timeout();
}
