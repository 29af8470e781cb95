package helpdesk.ticket.ticketing;

import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.util.List;

/** What the status machine refuses, and what it says then. */
final class TicketTransitions {

    private TicketTransitions() {}

    /** Passes when the ticket may be moved to the status by hand; otherwise tells the allowed ones. */
    static void require(Ticket ticket, TicketStatus target) {
        TicketStatus from = ticket.status();
        if (!from.allowedNext().contains(target)) {
            throw notAllowed(from, target);
        }
        requireAssignee(target, ticket.assignee(), ticket.progress().isSolvedByRequester());
        requireResolution(target, ticket.progress().resolution());
    }

    /** Only what is resolved is closed. */
    static void requireResolved(TicketStatus status) {
        if (status != TicketStatus.RESOLVED) {
            throw notAllowed(status, TicketStatus.CLOSED);
        }
    }

    static void requireNotClosed(Ticket ticket) {
        if (ticket.relations().mergedInto() != null) {
            throw TicketProblem.TICKET_MERGED
                    .problem("It goes on in another ticket, which mergedInto names. Write there.")
                    .member("mergedInto", ticket.relations().mergedInto().toString());
        }
        if (ticket.status() == TicketStatus.CLOSED) {
            throw TicketProblem.TICKET_CLOSED.problem(
                    "A closed ticket stays as it is. Open a new ticket that follows it up.");
        }
    }

    /** In the status resolved, somebody has solved it. */
    static void requireAssignee(TicketStatus status, Agent assignee, boolean solvedByRequester) {
        if (status == TicketStatus.RESOLVED && assignee == null && !solvedByRequester) {
            throw TicketProblem.ASSIGNEE_REQUIRED.at(
                    "/assigneeId", "Say who solved it: set assigneeId before or together with the status.");
        }
    }

    /** In the status resolved, the ticket says how it was solved. */
    static void requireResolution(TicketStatus status, String resolution) {
        if (status == TicketStatus.RESOLVED && resolution == null) {
            throw TicketProblem.RESOLUTION_REQUIRED.at(
                    "/resolution", "Say how it was solved: set resolution before or together with the status.");
        }
    }

    /** The tier that is left, when there is a higher one. */
    static int requireHigherTier(int tier) {
        if (tier >= Ticket.HIGHEST_TIER) {
            throw TicketProblem.HIGHEST_TIER.problem("Supervisors have it already. Assign it to one of them.");
        }
        return tier;
    }

    private static RuntimeException notAllowed(TicketStatus from, TicketStatus target) {
        List<String> allowed =
                from.allowedNext().stream().map(TicketStatus::wireName).toList();
        String detail = allowed.isEmpty()
                ? "A ticket that is %s stays so.".formatted(from.wireName())
                : "From %s it can become %s, not %s."
                        .formatted(from.wireName(), String.join(", ", allowed), target.wireName());
        return TicketProblem.TRANSITION_NOT_ALLOWED.at("/status", detail).member("allowed", allowed);
    }
}
