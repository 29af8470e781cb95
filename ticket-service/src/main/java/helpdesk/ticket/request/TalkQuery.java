package helpdesk.ticket.request;

import helpdesk.platform.page.Phrases;
import helpdesk.ticket.conversation.CommentRepository;
import helpdesk.ticket.plan.PlanQuery;
import helpdesk.ticket.ticketing.PublicTicket;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads what is on the page of a request. */
@ApplicationScoped
@Transactional
class TalkQuery {

    private static final int MOST_COMMENTS = 100;

    private final TicketRepository tickets;
    private final CommentRepository comments;
    private final PlanQuery plans;

    TalkQuery(TicketRepository tickets, CommentRepository comments, PlanQuery plans) {
        this.tickets = tickets;
        this.comments = comments;
        this.plans = plans;
    }

    /**
     * The page.
     *
     * @param wanted the language that was chosen, or null to take that of the request, else what the browser speaks
     */
    TalkPage page(UUID id, String token, String wanted, String spoken) {
        Ticket ticket = tickets.require(id.toString());
        PublicTicket seen = PublicTicket.of(ticket);
        Phrases words = RequestPages.phrases(wanted, seen.language(), spoken);
        List<PublicCommentView> latest = comments.latestVisible(ticket.id(), MOST_COMMENTS + 1, PublicCommentView::of);
        boolean isCut = latest.size() > MOST_COMMENTS;
        return TalkPage.of(
                words,
                seen,
                PublicPlan.of(plans.plan(id.toString())),
                isCut ? latest.subList(1, latest.size()) : latest,
                isCut,
                token);
    }
}
