package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import helpdesk.platform.text.PlainText;
import helpdesk.ticket.macro.MacroChanges;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a rule does. Which of them it is shows in what it has. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(RuleAction.Set.class),
    @JsonSubTypes.Type(RuleAction.Notify.class),
    @JsonSubTypes.Type(RuleAction.Escalate.class),
    @JsonSubTypes.Type(RuleAction.Signal.class),
    @JsonSubTypes.Type(RuleAction.Webhook.class)
})
@Schema(
        name = "RuleAction",
        description = "One of: set, notify, escalate, signal, webhook.",
        oneOf = {
            RuleAction.Set.class,
            RuleAction.Notify.class,
            RuleAction.Escalate.class,
            RuleAction.Signal.class,
            RuleAction.Webhook.class
        })
public sealed interface RuleAction {

    /** Changes the ticket: what a macro can change, without the reply. */
    @Schema(name = "SetFields")
    record Set(@NotNull(message = "Say what to set.") @Valid MacroChanges set) implements RuleAction {}

    /** Has somebody told something. */
    @Schema(name = "NotifySomebody")
    final class Notify implements RuleAction {

        // No record: a component of this name would hide a method that every object has.
        @NotNull(message = "Say whom to tell, and what.")
        @Valid
        @JsonProperty
        private final RuleNotice notify;

        @JsonCreator
        Notify(@JsonProperty("notify") RuleNotice notify) {
            this.notify = notify;
        }

        RuleNotice notice() {
            return notify;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Notify same && Objects.equals(notify, same.notify);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(notify);
        }
    }

    /** Hands the ticket to the next tier (practice 13); one that is with the highest stays there. */
    @Schema(name = "EscalateTicket")
    record Escalate(
            @NotNull(message = "Say why.")
            @PlainText
            @Size(max = 1000, message = "A reason has at most 1,000 characters.")
            @Schema(description = "The reason, for whoever gets it", examples = "A customer who pays for haste waits.")
            String escalate)
            implements RuleAction {}

    /** Tells other systems, by an event of this name. */
    @Schema(name = "SignalSystems")
    record Signal(
            @NotNull(message = "Name the signal.")
            @Pattern(
                    regexp = "[a-z0-9][a-z0-9._-]{0,59}",
                    message = "A signal is named by 1 to 60 small letters, digits, dots, dashes or underscores.")
            @Schema(examples = "crm.refund-asked")
            String signal)
            implements RuleAction {}

    /** Tells one other system, whatever else it is told of. */
    @Schema(name = "TellWebhook")
    record Webhook(
            @NotNull(message = "Name the webhook by its id.") @Schema(description = "Its id. See GET /api/v1/webhooks")
            UUID webhook)
            implements RuleAction {}
}
