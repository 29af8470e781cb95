package helpdesk.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where the services are, and how patient the gateway is with them. */
@ConfigMapping(prefix = "helpdesk.proxy")
public interface ProxySettings {

    /** The addresses of each service by its name, for example {@code http://localhost:8081}, separated by commas. */
    Map<String, String> services();

    /** How long it may take to get a connection, be it a new one or one that others use now. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long it may take until a service begins to answer. */
    @WithDefault("PT30S")
    Duration responseTimeout();

    /** How long a file may stand still on its way to a service, and any answer on its way back. */
    @WithDefault("PT30S")
    Duration idleTimeout();

    /** How long a file may be on its way to a service in all. */
    @WithDefault("PT120S")
    Duration uploadTimeout();

    /** How many connections to one service are open at most. */
    @WithDefault("64")
    int connections();

    /** How many requests for one service wait for a connection at most; one more is refused. */
    @WithDefault("256")
    int queue();

    /** How often in a row a process may fail until it is left alone for a while. */
    @WithDefault("20")
    int failures();
}
