package helpdesk.ticket.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.ticket.vocabulary.Channel;

/** How somebody asks by the public form. */
public enum RequestChannel {
    /** They come back later for the answer. */
    @JsonProperty("web")
    WEB(Channel.WEB),
    /** They stay on the page and wait for it. */
    @JsonProperty("chat")
    CHAT(Channel.CHAT);

    private final Channel channel;

    RequestChannel(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }
}
