package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An answer that the customer is to read on a network.
 *
 * @param conversationId the network's own
 * @param sentAt when it was written here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelReply(
        String network,
        String conversationId,
        UUID commentId,
        String text,
        String agentName,
        String agentTitle,
        Instant sentAt) {}
