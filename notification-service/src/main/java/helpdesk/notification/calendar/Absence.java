package helpdesk.notification.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * A stretch of time in which an agent is away, whatever the hours say.
 *
 * @param reason null when none was written
 */
@Embeddable
public record Absence(
        @Column(name = "starts_at") Instant startsAt,
        @Column(name = "ends_at") Instant endsAt,
        String reason) {

    Window window() {
        return new Window(startsAt, endsAt);
    }
}
