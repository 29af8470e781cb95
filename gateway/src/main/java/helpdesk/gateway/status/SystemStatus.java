package helpdesk.gateway.status;

import java.time.Instant;
import java.util.List;

/**
 * How the whole helpdesk does.
 *
 * @param status {@code up} when every service is ready, else {@code degraded}
 * @param version of the gateway
 */
public record SystemStatus(String status, String version, List<ServiceStatus> services, Instant checkedAt) {}
