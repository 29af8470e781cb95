package helpdesk.ticket.calendar;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time from a moment up to another, which is no part of it. */
@Schema(name = "Period")
public record Period(Instant from, Instant to) {

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
