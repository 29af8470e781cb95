package helpdesk.customer.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** A pinned note. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardNote(UUID id, String body, String authorName, Instant updatedAt) {}
