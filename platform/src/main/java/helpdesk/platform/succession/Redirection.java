package helpdesk.platform.succession;

import java.util.List;
import java.util.UUID;

/** What a service has to do when something goes on as something else. Implemented by a bean for each kind of rows. */
public interface Redirection {

    /**
     * Lets all that refers to one of the kin refer to the successor. Done in the transaction at hand; a second time changes
     * nothing.
     *
     * @param successor what they go on as; one of the kin itself when it stands for itself again
     * @param kin what goes on as it, in any number of steps
     */
    void redirect(UUID successor, List<UUID> kin);
}
