package helpdesk.feedback.agent;

import helpdesk.platform.inbox.PoisonException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is read of an account's events. */
record AccountFacts(UUID accountId, String displayName, List<String> roles, boolean active) {

    private static final Set<String> WORKING_ROLES = Set.of("admin", "supervisor", "agent");

    AccountFacts {
        if (accountId == null || displayName == null) {
            throw new PoisonException("accountId and displayName are needed");
        }
    }

    boolean worksHere() {
        return active && roles != null && roles.stream().anyMatch(WORKING_ROLES::contains);
    }
}
