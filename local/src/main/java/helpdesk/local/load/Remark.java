package helpdesk.local.load;

import java.util.UUID;

/**
 * That something was said on a ticket.
 *
 * @param id of the comment
 * @param at microseconds since 1970
 * @param byCustomer whether the customer said it, otherwise somebody who works here
 * @param internal whether only those who work here see it
 */
record Remark(UUID id, long at, boolean byCustomer, boolean internal) {}
