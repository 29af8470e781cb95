package helpdesk.notification.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A customer would like another time, in their own words. */
@Embeddable
public record Wish(
        @Column(name = "wish") String text,
        @Column(name = "wished_at") Instant at) {}
