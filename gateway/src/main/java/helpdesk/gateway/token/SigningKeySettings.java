package helpdesk.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long keys sign tokens. */
@ConfigMapping(prefix = "helpdesk.signing-keys")
interface SigningKeySettings {

    /** How long a key signs before the next one takes its place. */
    @WithDefault("P90D")
    Duration lifetime();

    /** How long a key is published before it signs: longer than services keep what they fetched, which is five minutes. */
    @WithDefault("PT15M")
    Duration notice();
}
