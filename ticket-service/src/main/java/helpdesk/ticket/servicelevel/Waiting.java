package helpdesk.ticket.servicelevel;

/** Whom a ticket waits for, as far as clocks are concerned. */
public enum Waiting {
    /** It is our turn. */
    NOBODY,
    CUSTOMER,
    THIRD_PARTY,
    /** It was merged: what is to be done is done there. */
    ANOTHER_TICKET,
    /** There was a pause of which only the length is known: clocks of the time before pauses were written down. */
    NOT_RECORDED
}
