package helpdesk.notification.capacity;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What a plan says.
 *
 * @param slot how long a slot lasts
 * @param people how many customers can be called at the same time
 * @param rules how they are called
 */
record Capacity(ZoneId zone, Duration slot, int people, List<OpenHours> hours, CallingRules rules) {}
