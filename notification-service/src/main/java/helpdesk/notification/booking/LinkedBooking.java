package helpdesk.notification.booking;

import helpdesk.notification.callback.Callback;
import java.util.Optional;

/** What a token opens. */
record LinkedBooking(BookingLink link, Optional<LinkedCallback> callback) {

    static LinkedBooking of(BookingLink link, Optional<Callback> callback) {
        return new LinkedBooking(link, callback.map(LinkedCallback::of));
    }

    /** Whether we are to call. */
    boolean isBooked() {
        return callback.filter(LinkedCallback::isOpen).isPresent();
    }

    /** The clock by which its bearer lives, as far as anybody knows. */
    String timeZone() {
        return callback.map(LinkedCallback::timeZone).orElse(link.timeZone());
    }
}
