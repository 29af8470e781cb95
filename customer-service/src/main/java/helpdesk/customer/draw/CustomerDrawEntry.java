package helpdesk.customer.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draw in which somebody takes part.
 *
 * @param entryId by which they find themselves in the list
 * @param place from 1 for the first winner; absent for who did not win, or not yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CustomerDrawEntry")
record CustomerDrawEntry(UUID drawId, String draw, UUID entryId, Instant enteredAt, Integer place) {}
