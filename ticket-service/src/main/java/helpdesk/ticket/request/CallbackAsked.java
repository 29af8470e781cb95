package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That the wish was heard.
 *
 * @param id under which the callback will be known
 * @param phone the number that will be called
 */
@Schema(name = "CallbackAsked")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallbackAsked(UUID id, String phone, Instant slotStart) {}
