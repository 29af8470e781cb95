package helpdesk.customer.milestone;

import java.time.LocalDate;

/**
 * Which day a milestone is.
 *
 * @param first the first of them, or the only one
 * @param hasHappened whether it is a day on which something did happen: told, although it may be over already
 */
record PlannedDay(LocalDate first, boolean yearly, boolean hasHappened) {}
