package helpdesk.gateway.privacy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is put together of what is held on a person. */
@ConfigMapping(prefix = "helpdesk.personal-data")
interface PrivacySettings {

    /** How large the parts of all services together may be; so much room is needed for temporary files. */
    @WithDefault("2G")
    MemorySize most();

    /** How long one service may take for its part. */
    @WithDefault("PT10M")
    Duration patience();
}
