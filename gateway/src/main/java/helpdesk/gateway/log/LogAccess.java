package helpdesk.gateway.log;

import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Which events the caller at hand may read: people who work here all, programs all but those about accounts. */
@ApplicationScoped
public class LogAccess {

    private final CurrentActor caller;

    LogAccess(CurrentActor caller) {
        this.caller = caller;
    }

    /** Whether the caller may know about accounts. */
    public boolean seesAccounts() {
        return Stream.of(Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT).anyMatch(caller::has);
    }
}
