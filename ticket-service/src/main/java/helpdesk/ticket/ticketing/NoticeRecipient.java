package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import helpdesk.ticket.agent.Agent;
import java.util.UUID;

/**
 * Who is told something by a rule.
 *
 * @param agentId the agent; null of anybody else
 * @param name null when it is not known
 * @param email null when it is not known
 * @param phone the requester's; null of anybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeRecipient(Kind kind, UUID agentId, String name, String preferredName, String email, String phone) {

    /** Who it is to us. */
    public enum Kind {
        @JsonProperty("requester")
        REQUESTER,
        @JsonProperty("agent")
        AGENT,
        @JsonProperty("address")
        ADDRESS
    }

    static NoticeRecipient of(Requester requester) {
        return new NoticeRecipient(
                Kind.REQUESTER,
                null,
                requester.name(),
                requester.preferredName(),
                requester.email(),
                requester.phone());
    }

    static NoticeRecipient of(Agent agent) {
        return new NoticeRecipient(Kind.AGENT, agent.id(), agent.name(), null, agent.email(), null);
    }

    /** Somebody of whom only the address is known. */
    public static NoticeRecipient at(String email) {
        return new NoticeRecipient(Kind.ADDRESS, null, null, null, email, null);
    }
}
