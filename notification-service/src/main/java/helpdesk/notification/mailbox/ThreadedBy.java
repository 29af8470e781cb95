package helpdesk.notification.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What tells which ticket a mail is about. */
@Schema(name = "MailThreadedBy")
public enum ThreadedBy {
    /** It answers a mail of ours. */
    @JsonProperty("message")
    MESSAGE,
    /** It answers a mail that came before. */
    @JsonProperty("mail")
    MAIL,
    /** Its subject has the number of a ticket, which anybody can write. */
    @JsonProperty("number")
    NUMBER
}
