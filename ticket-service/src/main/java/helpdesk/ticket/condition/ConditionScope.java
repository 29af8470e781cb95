package helpdesk.ticket.condition;

/** Where conditions are asked: not everything can be asked everywhere. */
public enum ConditionScope {
    /** How a ticket is filed: for policies and queues, which follow that alone. */
    FILING,
    /** What happened just now, too. */
    CHANGE,
    /** How long something has been so, too. */
    TIME
}
