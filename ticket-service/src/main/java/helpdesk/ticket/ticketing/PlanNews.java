package helpdesk.ticket.ticketing;

/** What became of a step of a plan. */
public enum PlanNews {
    /** It is new, or other than it was, or gone; or it was done after its time. */
    CHANGED,
    /** It was done in time. */
    KEPT,
    /** Its time has passed. */
    LATE
}
