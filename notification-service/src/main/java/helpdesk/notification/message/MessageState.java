package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a message stands. */
public enum MessageState {
    /** It waits for its transport. */
    @JsonProperty("queued")
    QUEUED,
    /** A server took it. */
    @JsonProperty("sent")
    SENT,
    /** There is no server to send it; it can be read over the API. */
    @JsonProperty("kept")
    KEPT,
    /** It is not sent, because the customer does not want to be told such things; it can be read over the API. */
    @JsonProperty("withheld")
    WITHHELD,
    /** No server took it, or it came back. */
    @JsonProperty("failed")
    FAILED,
    /** Twice the server said nothing any more when it had the whole: nobody knows whether it arrived, and it is not sent again. */
    @JsonProperty("uncertain")
    UNCERTAIN
}
