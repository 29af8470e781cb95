package helpdesk.ticket.servicelevel;

import java.util.UUID;

/** A ticket with a clock that was last judged by an edition of the policies. */
public record JudgedTicket(long edition, UUID ticketId) {

    /** Before all others. */
    public static final JudgedTicket FIRST = new JudgedTicket(-1, new UUID(0, 0));
}
