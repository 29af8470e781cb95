package helpdesk.gateway.connection;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The head of a request may take a second and a half, and so many connections are open at most. */
public class ShortPatience implements QuarkusTestProfile {

    static final int CONNECTIONS = 1_500;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                HeadTimeout.SETTING, "PT1.5S", "quarkus.http.limits.max-connections", Integer.toString(CONNECTIONS));
    }
}
