package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a reply that is to be read on a network.
 *
 * @param reason why it failed, as whoever brings it there says
 * @param at since when it is so
 */
@Schema(name = "ChannelDelivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelDelivery(String network, ChannelDeliveryState state, String reason, Instant at) {

    static ChannelDelivery asked(String network, Instant at) {
        return new ChannelDelivery(network, ChannelDeliveryState.ASKED, null, at);
    }

    /** Another one for each that a reader may have seen before. */
    long version() {
        return 1 + at.toEpochMilli() * ChannelDeliveryState.values().length + state.ordinal();
    }
}
