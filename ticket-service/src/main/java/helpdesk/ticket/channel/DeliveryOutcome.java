package helpdesk.ticket.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.ticket.conversation.ChannelDeliveryState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a reply on a network. */
@Schema(name = "ChannelDeliveryOutcome")
public enum DeliveryOutcome {
    @JsonProperty("delivered")
    DELIVERED(ChannelDeliveryState.DELIVERED),
    @JsonProperty("failed")
    FAILED(ChannelDeliveryState.FAILED);

    private final ChannelDeliveryState state;

    DeliveryOutcome(ChannelDeliveryState state) {
        this.state = state;
    }

    ChannelDeliveryState state() {
        return state;
    }
}
