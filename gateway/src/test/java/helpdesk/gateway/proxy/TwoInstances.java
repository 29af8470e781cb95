package helpdesk.gateway.proxy;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** ticket-service has two processes, which tests start and stop. */
public class TwoInstances implements QuarkusTestProfile {

    private static final String PORTS = "helpdesk.test.instances";

    /** Where they are; tests are loaded apart from their profile, so the process remembers it. */
    static int port(int instance) {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORTS) == null) {
                System.setProperty(PORTS, freePort() + "," + freePort());
            }
        }
        return Integer.parseInt(System.getProperty(PORTS).split(",")[instance]);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "helpdesk.proxy.services.ticket-service",
                "http://localhost:%d, http://localhost:%d".formatted(port(0), port(1)),
                "helpdesk.proxy.failures",
                "3");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
