package helpdesk.notification.mailbox.mime;

/**
 * What kind of mail it is.
 *
 * @param reason why it is none that a person wrote; null of those that are
 * @param report what came back; null of all others
 */
public record Recognised(Kind kind, String reason, DeliveryReport report) {

    /** The kinds. */
    public enum Kind {
        MESSAGE,
        AUTO_REPLY,
        BOUNCE,
        /** One that we sent, and that came round. */
        LOOP,
        /** Of no concern to anybody who helps customers. */
        REPORT,
        /** There is nobody whom an answer would reach. */
        UNANSWERABLE
    }

    static Recognised message() {
        return new Recognised(Kind.MESSAGE, null, null);
    }

    static Recognised as(Kind kind, String reason) {
        return new Recognised(kind, reason, null);
    }
}
