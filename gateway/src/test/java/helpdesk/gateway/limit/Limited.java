package helpdesk.gateway.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** With limits that a test reaches. */
public class Limited implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("helpdesk.limit.enabled", "true"),
                Map.entry("helpdesk.limit.address", "0"),
                Map.entry("helpdesk.limit.sign-in", "5"),
                Map.entry("helpdesk.limit.anonymous", "7"),
                Map.entry("helpdesk.limit.account.reads", "6"),
                Map.entry("helpdesk.limit.account.writes", "4"),
                Map.entry("helpdesk.limit.account.streams", "2"),
                Map.entry("helpdesk.limit.api-key.reads", "3"),
                Map.entry("helpdesk.limit.api-key.writes", "0"));
    }
}
