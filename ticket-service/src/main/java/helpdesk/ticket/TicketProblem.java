package helpdesk.ticket;

import helpdesk.platform.problem.ProblemType;

/** What ticket-service refuses, beside what every service refuses. */
public enum TicketProblem implements ProblemType {
    TICKET_NOT_FOUND(404, "There is no such ticket"),
    COMMENT_NOT_FOUND(404, "There is no such comment"),
    AGENT_NOT_FOUND(404, "There is no such agent"),
    ATTACHMENT_NOT_FOUND(404, "There is no such attachment"),
    CALENDAR_NOT_FOUND(404, "There is no such calendar"),
    STEP_NOT_FOUND(404, "There is no such step of the plan"),
    PROBE_NOT_FOUND(404, "There is no such probe"),
    RULE_NOT_FOUND(404, "There is no such rule"),
    QUEUE_NOT_FOUND(404, "There is no such queue"),
    POLICY_NOT_FOUND(404, "There is no such policy"),
    FIELD_NOT_FOUND(404, "There is no such custom field"),
    GROUP_NOT_FOUND(404, "There is no such group"),
    LINK_NOT_FOUND(404, "There is no such link between tickets"),
    MACRO_NOT_FOUND(404, "There is no such macro"),
    MAPPING_NOT_FOUND(404, "There is no such mapping"),
    MERGE_NOT_FOUND(404, "There is no such merge"),
    SIDE_CONVERSATION_NOT_FOUND(404, "There is no such side conversation"),
    TOPIC_NOT_FOUND(404, "There is no such category or cause"),
    VIEW_NOT_FOUND(404, "There is no such view"),
    TRANSITION_NOT_ALLOWED(409, "The ticket cannot take this status now"),
    ASSIGNEE_REQUIRED(409, "A ticket is resolved by somebody"),
    RESOLUTION_REQUIRED(409, "A ticket is resolved with a word on how"),
    TICKET_CLOSED(409, "The ticket is closed"),
    ATTACHMENT_IN_USE(409, "The attachment is part of what was said"),
    LINK_EXISTS(409, "The tickets are linked so already"),
    MACRO_RETIRED(409, "The macro is not in use any more"),
    MERGE_FINAL(409, "The merge cannot be taken back any more"),
    MERGE_TOO_LARGE(409, "The tickets are too much for one"),
    MERGE_NOT_POSSIBLE(409, "The tickets cannot be one"),
    MERGE_INTO_ITSELF(409, "The ticket is in that one already"),
    NAME_TAKEN(409, "The name is taken"),
    PROBLEM_NOT_POSSIBLE(409, "The ticket cannot have that problem"),
    SIDE_CONVERSATION_DONE(409, "The side conversation is done"),
    TICKET_MERGED(409, "The ticket was merged into another"),
    ATTACHMENT_REFUSED(415, "The file is of a kind that is not taken"),
    HIGHEST_TIER(409, "The ticket is with the highest tier already"),
    EXTERNAL_ID_TAKEN(409, "A ticket with this external id exists"),
    FIELD_VALUE_INVALID(400, "A custom field cannot have this value"),
    ATTACHMENT_UNKNOWN(422, "The attachment is not known, or taken already"),
    COMMENT_UNKNOWN(422, "The comment is not one of this ticket"),
    FIELD_UNKNOWN(422, "The custom field is not known or not active"),
    GROUP_UNKNOWN(422, "The group is not known or not active"),
    PARENT_MISSING(422, "There is nothing above it in the tree"),
    TOPIC_UNKNOWN(422, "The category or cause is not known or not active"),
    CHANNEL_MESSAGE_DIFFERS(409, "The message came before, and was another"),
    CALENDAR_IN_USE(409, "The calendar is in use"),
    POLICY_NEEDED(409, "The policy is for all other tickets"),
    TOO_MANY_POLICIES(409, "There are too many policies"),
    STEP_DONE(409, "The step is done"),
    PLAN_FULL(409, "The plan is long enough"),
    RULE_LOOP(409, "Rules set each other off"),
    TOO_MANY_MAPPINGS(409, "There are too many mappings"),
    TOO_MANY_PROBES(409, "There are too many probes"),
    TOO_MANY_RULES(409, "There are too many rules"),
    TOO_MANY_QUEUES(409, "There are too many queues"),
    TICKET_TAKEN(409, "Somebody else has the ticket"),
    NO_AGENT(409, "Only agents take tickets"),
    UNKNOWN_CHANNEL_REPLY(422, "The reply is not known"),
    UNKNOWN_CALENDAR(422, "The calendar is not known"),
    UNKNOWN_TICKET(422, "The ticket is not known"),
    UNKNOWN_CUSTOMER(422, "The customer is not known"),
    UNKNOWN_WEBHOOK(422, "There is no such webhook");

    private final int status;
    private final String title;

    TicketProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
