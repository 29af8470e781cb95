package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a reply is on its way to a network. */
@Schema(name = "ChannelDeliveryState")
public enum ChannelDeliveryState {
    /** An adapter was asked to bring it there, and has not said what came of it. */
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("delivered")
    DELIVERED,
    @JsonProperty("failed")
    FAILED
}
