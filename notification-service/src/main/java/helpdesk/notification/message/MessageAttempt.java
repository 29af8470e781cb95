package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * One attempt to deliver a message.
 *
 * @param detail what the transport said, or null
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageAttempt(
        Instant at,
        @Enumerated(EnumType.STRING) Transport transport,
        @Enumerated(EnumType.STRING) DeliveryOutcome outcome,
        String detail) {}
