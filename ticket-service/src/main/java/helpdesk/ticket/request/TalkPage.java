package helpdesk.ticket.request;

import helpdesk.platform.page.Phrases;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.PublicTicket;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A request and its conversation, as its sender sees them on the page.
 *
 * @param comments the latest ones, the oldest of them first
 * @param isCut whether there are earlier ones
 * @param token the last segment of the page's address
 * @param action where the form goes, relative to the page
 * @param text what was written and could not be taken; empty otherwise
 * @param fault why; null when all is well
 */
public record TalkPage(
        Phrases words,
        PublicTicket ticket,
        List<PublicPlan.PublicStep> steps,
        List<PublicCommentView> comments,
        boolean isCut,
        String token,
        String action,
        String text,
        String fault) {

    static TalkPage of(
            Phrases words,
            PublicTicket ticket,
            PublicPlan plan,
            List<PublicCommentView> comments,
            boolean isCut,
            String token) {
        return new TalkPage(
                words, ticket, plan.steps(), comments, isCut, token, token + "?once=" + UUID.randomUUID(), "", null);
    }

    /** The same, with what is to be written anew. */
    TalkPage withFault(String unfit, String name) {
        return new TalkPage(words, ticket, steps, comments, isCut, token, action, unfit, words.get(name));
    }

    public String language() {
        return words.language();
    }

    public String state() {
        return words.get("state." + ticket.status().wireName());
    }

    /** Who takes care of it; null while nobody does. */
    public String servedBy() {
        if (ticket.assigneeName() == null) {
            return null;
        }
        return ticket.assigneeTitle() == null
                ? words.with("served", ticket.assigneeName())
                : words.with("served.title", ticket.assigneeName(), ticket.assigneeTitle());
    }

    /** Whether there is anything left to be said solved. */
    public boolean isSolvable() {
        return ticket.status() != TicketStatus.CLOSED;
    }

    public boolean isOwn(PublicCommentView comment) {
        return comment.author().kind() == AuthorData.Kind.CUSTOMER;
    }

    /** A moment for those whose browser runs no script, which tells it by their own clocks. */
    public String moment(Instant at) {
        return words.moment(at, ZoneOffset.UTC) + " UTC";
    }
}
