package helpdesk.notification.mailbox.mime;

/** A mail of which nothing can be made. It is kept as it came. */
public class UnparsableMailException extends Exception {

    private static final long serialVersionUID = 1L;

    UnparsableMailException(String message, Throwable cause) {
        super(message, cause);
    }
}
