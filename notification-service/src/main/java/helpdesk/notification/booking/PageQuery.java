package helpdesk.notification.booking;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the address of the page says. What cannot be read counts as not said: people do not write addresses.
 *
 * @param day to look at, on the bearer's clock
 * @param part of the day's times, from 0 on
 * @param deed {@code move} or {@code cancel} of what is booked
 * @param spoken what the browser asks for
 */
record PageQuery(
        @PathParam("token") String token,
        @QueryParam("day") String day,
        @QueryParam("part") String part,
        @QueryParam("zone") String zone,
        @QueryParam("language") String language,
        @QueryParam("deed") String deed,
        @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {

    private static final int MOST_PARTS = 9;

    /** The day, or the other one. */
    LocalDate dayOr(LocalDate other) {
        try {
            return day == null ? other : LocalDate.parse(day);
        } catch (DateTimeException unreadable) {
            return other;
        }
    }

    int partOrFirst() {
        return part != null && part.matches("[0-9]") ? Math.min(MOST_PARTS, Integer.parseInt(part)) : 0;
    }

    /** The zone, or the other one. */
    String zoneOr(String other) {
        return isZone(zone) ? zone : other;
    }

    static boolean isZone(String name) {
        return name != null && ZoneId.getAvailableZoneIds().contains(name);
    }
}
