package helpdesk.notification.callback;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How well promises were kept in one group of callbacks.
 *
 * @param key the group, the actor or the Monday; absent where nobody called
 * @param callbacks how many had a booked time and are over, other than by being called off
 * @param onTime in how many of them somebody called within the booked time
 * @param answered in how many of them the customer was spoken with
 * @param rate the share that was on time, with its interval and the number it is of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PunctualityGroup(String key, long callbacks, long onTime, long answered, Proportion rate) {}
