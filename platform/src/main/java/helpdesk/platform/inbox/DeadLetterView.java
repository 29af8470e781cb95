package helpdesk.platform.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A dead letter as operators see it. The record's value is not shown: it may hold personal data. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterView(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        String cause,
        Instant createdAt,
        Instant redeliveredAt) {}
