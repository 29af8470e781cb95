package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule did once, or could not do.
 *
 * @param happening what set it off; absent of an automation
 * @param depth how many steps it was away from what somebody did, 1–5; 6 where it would have been too many
 * @param code why it did nothing; absent when it did
 * @param detail the same in words
 */
@Schema(name = "RuleFiring")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FiringView(
        UUID id, UUID ticketId, Instant at, Happening happening, int depth, String code, String detail) {}
