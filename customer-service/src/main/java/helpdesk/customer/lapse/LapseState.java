package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of somebody who stayed away. */
enum LapseState {
    /** They may still be won back. */
    @JsonProperty("open")
    OPEN,
    /** They came back in time. */
    @JsonProperty("won_back")
    WON_BACK,
    /** They did not. */
    @JsonProperty("lost")
    LOST
}
