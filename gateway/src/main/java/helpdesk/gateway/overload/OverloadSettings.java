package helpdesk.gateway.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests may be under way to one service. The number in between follows how quickly it answers. */
@ConfigMapping(prefix = "helpdesk.overload")
public interface OverloadSettings {

    /** Whether requests are refused when there is too much to do. */
    @WithDefault("true")
    boolean enabled();

    /** The number before anything is known: as many as may be with a process of a service, or wait for it. */
    @WithDefault("320")
    int first();

    /** Never fewer, however slow it is. */
    @WithDefault("64")
    int least();

    /** Never more, however quick it is. */
    @WithDefault("320")
    int most();
}
