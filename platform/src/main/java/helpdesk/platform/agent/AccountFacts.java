package helpdesk.platform.agent;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.inbox.PoisonException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is read of an account's events. */
public record AccountFacts(UUID accountId, String displayName, List<String> roles, boolean active) {

    private static final Set<String> WORKING_ROLES = Set.of(Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT);

    public AccountFacts {
        if (accountId == null || displayName == null) {
            throw new PoisonException("accountId and displayName are needed");
        }
    }

    boolean worksHere() {
        return active && roles != null && roles.stream().anyMatch(WORKING_ROLES::contains);
    }
}
