package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.servicelevel.ClockAlarm;
import helpdesk.ticket.servicelevel.Metric;
import java.time.Instant;

/**
 * What events tell of a clock whose goal or promise has passed.
 *
 * @param assignee who has the ticket; null when nobody has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockData(Metric metric, int cycle, String policy, AgentData assignee, Instant goalAt, Instant promiseAt) {

    static ClockData of(ClockAlarm alarm, Ticket ticket) {
        return new ClockData(
                alarm.metric(),
                alarm.cycle(),
                alarm.policy(),
                AgentData.of(ticket.assignee()),
                alarm.goalAt(),
                alarm.promiseAt());
    }
}
