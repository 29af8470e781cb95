package helpdesk.local.load;

/**
 * A line of a ticket's history.
 *
 * @param version of the ticket, to which it led
 * @param at microseconds since 1970
 * @param actor who did it
 * @param cause the event that told of it
 * @param field what changed
 * @param from JSON, null for nothing
 * @param to JSON, null for nothing
 */
record Step(long version, long at, String actor, String cause, String field, String from, String to) {}
