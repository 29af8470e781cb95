package helpdesk.ticket.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.ticket.vocabulary.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of network it is: one on which people write, or one on which they wait for an answer. */
@Schema(name = "NetworkChannel")
public enum NetworkChannel {
    @JsonProperty("social")
    SOCIAL(Channel.SOCIAL),
    @JsonProperty("chat")
    CHAT(Channel.CHAT);

    private final Channel channel;

    NetworkChannel(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }
}
