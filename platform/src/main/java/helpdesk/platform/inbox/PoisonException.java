package helpdesk.platform.inbox;

/** A record that no retry can make readable. */
public class PoisonException extends RuntimeException {

    public PoisonException(String cause) {
        super(cause);
    }
}
