package helpdesk.ticket.conversation;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.CommentedTicket;
import helpdesk.ticket.ticketing.TicketComments;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Adds to the conversation of a ticket. */
@ApplicationScoped
public class ConversationService {

    private final TicketComments tickets;
    private final CommentRepository comments;
    private final AgentRepository agents;
    private final CurrentActor currentActor;
    private final Clock clock;

    ConversationService(
            TicketComments tickets,
            CommentRepository comments,
            AgentRepository agents,
            CurrentActor currentActor,
            Clock clock) {
        this.tickets = tickets;
        this.comments = comments;
        this.agents = agents;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Staff or an integration writes. A person's public reply stops the clocks that wait for one. */
    @Transactional
    TicketComment write(String reference, AddComment request) {
        AuthorData author = author();
        Instant now = clock.instant();
        UUID id = Ids.next();
        CommentedTicket ticket = tickets.staffWrote(
                reference,
                id,
                author,
                request.visibility() == Visibility.PUBLIC,
                request.visibility().wireName(),
                now);
        Channel channel = request.channel() == null ? ticket.channel() : request.channel();
        return keep(id, ticket, request.body(), request.visibility(), channel, author, now);
    }

    /** The customer writes, by the link of the request. On a closed ticket the words go to one that follows it up. */
    @Transactional
    public CustomerReply customerWrites(UUID ticketId, String body) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        CommentedTicket ticket = tickets.customerWrote(ticketId, id, body, now);
        TicketComment comment = keep(id, ticket, body, Visibility.PUBLIC, Channel.WEB, ticket.requester(), now);
        return new CustomerReply(comment, ticket);
    }

    private TicketComment keep(
            UUID id,
            CommentedTicket ticket,
            String body,
            Visibility visibility,
            Channel channel,
            AuthorData author,
            Instant now) {
        TicketComment comment = new TicketComment(id, ticket.id(), body.strip(), visibility, channel, author, now);
        comments.persist(comment);
        return comment;
    }

    private AuthorData author() {
        Actor actor = currentActor.get();
        if (actor.kind() != Actor.Kind.ACCOUNT) {
            return new AuthorData(AuthorData.Kind.SYSTEM, null, currentActor.name(), null);
        }
        UUID id = currentActor.accountId();
        return agents.findByIdOptional(id)
                .map(ConversationService::authorOf)
                .orElseGet(() -> new AuthorData(AuthorData.Kind.AGENT, id, currentActor.name(), null));
    }

    private static AuthorData authorOf(Agent agent) {
        return new AuthorData(AuthorData.Kind.AGENT, agent.id(), agent.name(), agent.title());
    }
}
