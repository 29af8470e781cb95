package helpdesk.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a minute are taken; 0 means as many as come. */
@ConfigMapping(prefix = "helpdesk.limit")
public interface LimitSettings {

    /** Whether requests are limited at all. */
    @WithDefault("true")
    boolean enabled();

    /** From one address, whoever asks and whatever for. */
    int address();

    /** From one address to sign in, or for another password. */
    int signIn();

    /** From one address without credentials: pages, links, and what anybody may read. */
    int anonymous();

    /** Of one account. */
    Rates account();

    /** Of one API key. */
    Rates apiKey();

    /** What one caller may do a minute. */
    interface Rates {

        int reads();

        int writes();

        /** Streams that are opened. */
        int streams();
    }
}
