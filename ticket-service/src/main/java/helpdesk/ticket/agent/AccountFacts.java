package helpdesk.ticket.agent;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What ticket-service reads from an account's events. */
record AccountFacts(
        UUID accountId, String username, String displayName, String email, List<String> roles, boolean active) {

    private static final Set<String> WORKING_ROLES = Set.of("admin", "supervisor", "agent");

    AccountFacts {
        Objects.requireNonNull(accountId, "accountId is missing");
        Objects.requireNonNull(username, "username is missing");
        Objects.requireNonNull(displayName, "displayName is missing");
    }

    boolean worksHere() {
        return roles != null && roles.stream().anyMatch(WORKING_ROLES::contains);
    }
}
