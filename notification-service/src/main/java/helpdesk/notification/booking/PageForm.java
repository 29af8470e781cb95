package helpdesk.notification.booking;

import java.util.List;

/**
 * Where somebody chooses a time.
 *
 * @param deed what is done with it: {@code book} or {@code move}
 * @param action where it is sent, relative to the page
 * @param further days and times that are not shown
 * @param zone of the times
 * @param who whether it is asked who is to be called, and what about
 */
public record PageForm(
        String deed,
        String action,
        List<PageWay> days,
        List<PageWay> further,
        List<PageTime> times,
        String zone,
        List<String> zones,
        boolean who,
        String name,
        String phone,
        String reason) {

    public boolean isMoving() {
        return deed.equals("move");
    }
}
