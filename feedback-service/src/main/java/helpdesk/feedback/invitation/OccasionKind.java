package helpdesk.feedback.invitation;

/** What customers are asked about. */
public enum OccasionKind {
    /** The solution of a ticket. */
    SOLUTION,
    /** A callback that was answered. */
    CALLBACK,
    /** Nothing special: it was time to ask again. */
    PERIOD,
    /** They found the card. */
    CARD
}
