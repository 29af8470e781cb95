package helpdesk.ticket.servicelevel;

import helpdesk.ticket.calendar.CalendarBody;
import java.util.Map;

/**
 * A policy as the public may know it.
 *
 * @param names what the public calls it, by language; none of the one for all other tickets
 * @param calendar the working hours that its business time counts by
 */
public record PublishedPolicy(
        boolean isForAllOthers, Map<String, String> names, PolicyPromises promises, CalendarBody calendar) {}
