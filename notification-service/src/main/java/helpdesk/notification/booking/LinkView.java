package helpdesk.notification.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.notification.capacity.SlotView;
import java.util.List;

/**
 * What a link shows to its bearer.
 *
 * @param name absent where it is not known, as the others; it is asked for then
 * @param timeZone of the local times of the slots
 * @param callback what was last booked, absent when nothing was
 * @param slots the times that can be booked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkView(
        String name,
        String phone,
        String group,
        String language,
        String timeZone,
        LinkedCallback callback,
        List<SlotView> slots) {

    static LinkView of(LinkedBooking booking, String timeZone, List<SlotView> slots) {
        BookingLink link = booking.link();
        return new LinkView(
                link.name(),
                link.phone(),
                link.group(),
                link.language(),
                timeZone,
                booking.callback().orElse(null),
                slots);
    }
}
