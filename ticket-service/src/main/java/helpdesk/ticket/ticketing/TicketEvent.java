package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import helpdesk.platform.outbox.DomainEvent;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.vocabulary.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to a ticket. The data of each is fixed by its schema in {@code contracts/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface TicketEvent extends DomainEvent {

    /** The ticket as it is after the event. */
    TicketHead head();

    /** The cause as histories name it: the type without namespace and version. */
    default String cause() {
        String type = eventType();
        return type.substring("org.helpdesk.".length(), type.length() - ".v1".length());
    }

    /** A ticket was opened. */
    record Opened(
            @JsonUnwrapped TicketHead head,
            ContactData requester,
            String description,
            List<String> tags,
            String source,
            UUID surveyResponseId,
            UUID mailId,
            Boolean noReply,
            Instant openedAt)
            implements TicketEvent {

        /** What a customer wrote stays in its ticket; only what follows another one up tells why. */
        static Opened of(Ticket ticket) {
            TicketOrigin origin = ticket.origin();
            return new Opened(
                    TicketHead.of(ticket),
                    ContactData.of(ticket.requester()),
                    origin.origin() == Origin.FOLLOW_UP ? origin.description() : null,
                    ticket.content().tags(),
                    origin.origin().wireName(),
                    origin.surveyResponseId(),
                    origin.mailId(),
                    origin.isNoReply() ? true : null,
                    ticket.trail().createdAt());
        }

        @Override
        public String eventType() {
            return "org.helpdesk.ticket.opened.v1";
        }
    }

    /** The customer knows that the request has arrived. */
    record Acknowledged(@JsonUnwrapped TicketHead head, boolean automatic, Instant acknowledgedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.acknowledged.v1";
        }
    }

    /** Somebody got it to work on, or nobody has it any more. */
    record Assigned(@JsonUnwrapped TicketHead head, AgentData assignee, UUID previousAssigneeId, Instant assignedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.assigned.v1";
        }
    }

    /** Fields changed, or a status that none of the other events tells. */
    record Changed(@JsonUnwrapped TicketHead head, List<FieldChange> changes, Instant changedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.changed.v1";
        }
    }

    /**
     * Somebody wrote. The text stays here.
     *
     * @param mailId the mail that it came by; null when it came otherwise
     */
    record Commented(
            @JsonUnwrapped TicketHead head,
            UUID commentId,
            String visibility,
            AuthorData author,
            ContactData requester,
            List<UUID> mentions,
            UUID mailId,
            Instant commentedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.commented.v1";
        }
    }

    /** More experienced people take over (practice 13). */
    record Escalated(@JsonUnwrapped TicketHead head, int fromTier, int toTier, String reason, Instant escalatedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.escalated.v1";
        }
    }

    /**
     * It is solved.
     *
     * @param surveyResponseId the unhappy answer that it followed up; null of all others
     */
    record Resolved(
            @JsonUnwrapped TicketHead head,
            ContactData requester,
            AgentData assignee,
            String resolution,
            int reopenCount,
            UUID surveyResponseId,
            Instant resolvedAt)
            implements TicketEvent {

        static Resolved of(Ticket ticket, Instant now) {
            return new Resolved(
                    TicketHead.of(ticket),
                    ContactData.of(ticket.requester()),
                    AgentData.of(ticket.assignee()),
                    ticket.progress().resolution(),
                    ticket.progress().reopenCount(),
                    ticket.origin().surveyResponseId(),
                    now);
        }

        @Override
        public String eventType() {
            return "org.helpdesk.ticket.resolved.v1";
        }
    }

    /** It was not solved after all. */
    record Reopened(@JsonUnwrapped TicketHead head, String by, int reopenCount, Instant reopenedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.reopened.v1";
        }
    }

    /** It goes on in another ticket. */
    record Merged(@JsonUnwrapped TicketHead head, UUID mergedInto, String mergedIntoNumber, Instant mergedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.merged.v1";
        }
    }

    /** It stands for itself again. */
    record Unmerged(@JsonUnwrapped TicketHead head, UUID mergedFrom, Instant unmergedAt) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.unmerged.v1";
        }
    }

    /** Its requester asks to be called back. */
    record CallbackAsked(
            @JsonUnwrapped TicketHead head,
            UUID requestId,
            ContactData requester,
            String phone,
            String timeZone,
            Instant slotStart,
            String reason,
            Instant askedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.callback-asked.v1";
        }
    }

    /** A goal has passed: the promise is near. */
    record SlaWarning(
            @JsonUnwrapped TicketHead head, @JsonUnwrapped ClockData clock, Instant warnedAt) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.sla-warning.v1";
        }
    }

    /** A promise was not kept in time. */
    record SlaBreached(
            @JsonUnwrapped TicketHead head, @JsonUnwrapped ClockData clock, Instant breachedAt) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.sla-breached.v1";
        }
    }

    /**
     * A rule has somebody told something.
     *
     * @param recipients who is told, each once
     * @param about what it is about, in a line
     */
    record NoticeAsked(
            @JsonUnwrapped TicketHead head,
            List<NoticeRecipient> recipients,
            String about,
            String body,
            Instant askedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.notice-asked.v1";
        }
    }

    /**
     * A step of its plan is new, or other than it was, or gone.
     *
     * @param former the step as it was; absent of a new one
     * @param step the step as it is; absent of one that is gone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanChanged(@JsonUnwrapped TicketHead head, PlanStepData former, PlanStepData step, Instant changedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.plan-changed.v1";
        }
    }

    /** A step of its plan was done in time. */
    record PlanStepKept(@JsonUnwrapped TicketHead head, PlanStepData step, Instant keptAt) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.plan-step-kept.v1";
        }
    }

    /** The time of a step of its plan has passed. */
    record PlanStepLate(@JsonUnwrapped TicketHead head, PlanStepData step, Instant lateAt) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.plan-step-late.v1";
        }
    }

    /** A rule tells other systems. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signalled(@JsonUnwrapped TicketHead head, String signal, AgentData assignee, Instant signalledAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.signalled.v1";
        }
    }

    /** A rule tells one other system. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookAsked(@JsonUnwrapped TicketHead head, UUID webhookId, AgentData assignee, Instant askedAt)
            implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.webhook-asked.v1";
        }
    }

    /** Its customer is to read a reply on a network. The one event that has the words of a comment: our own, for everybody to read. */
    record ChannelReplyAsked(
            @JsonUnwrapped TicketHead head, @JsonUnwrapped ChannelReply reply) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.channel-reply-asked.v1";
        }
    }

    /** It is done for good. */
    record Closed(@JsonUnwrapped TicketHead head, Instant closedAt) implements TicketEvent {
        @Override
        public String eventType() {
            return "org.helpdesk.ticket.closed.v1";
        }
    }
}
