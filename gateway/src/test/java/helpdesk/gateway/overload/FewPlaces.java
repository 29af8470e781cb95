package helpdesk.gateway.overload;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** So few places that a test takes them all; ticket-service has more connections than places. */
public class FewPlaces implements QuarkusTestProfile {

    static final int PLACES = 10;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "helpdesk.overload.first", Integer.toString(PLACES),
                "helpdesk.overload.least", Integer.toString(PLACES),
                "helpdesk.overload.most", Integer.toString(PLACES),
                "helpdesk.proxy.connections", "40",
                "helpdesk.proxy.response-timeout", "PT30S");
    }
}
