package helpdesk.ticket.servicelevel;

/** Tickets are judged otherwise from now on. Told within the transaction that changes it. */
record PoliciesChanged() {}
