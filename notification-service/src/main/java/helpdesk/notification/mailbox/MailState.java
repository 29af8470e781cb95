package helpdesk.notification.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a mail. */
@Schema(name = "MailState")
public enum MailState {
    /** Told to those who work on tickets. */
    @JsonProperty("received")
    RECEIVED,
    /** A machine answered. */
    @JsonProperty("auto_reply")
    AUTO_REPLY,
    /** It came from ourselves, or too many came from one sender. */
    @JsonProperty("loop")
    LOOP,
    /** A mail of ours came back. */
    @JsonProperty("bounce")
    BOUNCE,
    /** It is nothing for a ticket. */
    @JsonProperty("ignored")
    IGNORED,
    /** It has come before, and said something else then: by way of a mailing list, for example. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** Nobody knows what it says, or who wrote it. */
    @JsonProperty("unparsable")
    UNPARSABLE,
    /** Its header is here; the rest is on the server. */
    @JsonProperty("too_large")
    TOO_LARGE
}
