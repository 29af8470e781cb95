package helpdesk.ticket.rule;

/** Rules act otherwise from now on. Told within the transaction that changes it. */
record RulesChanged() {}
