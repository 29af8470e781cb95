package helpdesk.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How one service does.
 *
 * @param ready whether it takes requests
 * @param status {@code up}, or {@code down} when it is not ready or does not answer within a second
 * @param version absent when it does not answer
 * @param latencyMillis how long the answer took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceStatus(String name, boolean ready, String status, String version, long latencyMillis) {

    static ServiceStatus up(String name, String version, long latencyMillis) {
        return new ServiceStatus(name, true, "up", version, latencyMillis);
    }

    static ServiceStatus down(String name, String version, long latencyMillis) {
        return new ServiceStatus(name, false, "down", version, latencyMillis);
    }
}
