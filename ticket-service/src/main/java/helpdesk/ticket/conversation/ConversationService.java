package helpdesk.ticket.conversation;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.attachment.AttachmentService;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.CommentedTicket;
import helpdesk.ticket.ticketing.CurrentAuthor;
import helpdesk.ticket.ticketing.TicketComments;
import helpdesk.ticket.ticketing.WrittenComment;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Adds to the conversation of a ticket. */
@ApplicationScoped
public class ConversationService {

    private final TicketComments tickets;
    private final CommentRepository comments;
    private final AttachmentService attachments;
    private final AgentRepository agents;
    private final Mentions mentions;
    private final CurrentAuthor author;
    private final Event<ReplyWritten> written;
    private final Clock clock;

    ConversationService(
            TicketComments tickets,
            CommentRepository comments,
            AttachmentService attachments,
            AgentRepository agents,
            Mentions mentions,
            CurrentAuthor author,
            Event<ReplyWritten> written,
            Clock clock) {
        this.tickets = tickets;
        this.comments = comments;
        this.attachments = attachments;
        this.agents = agents;
        this.mentions = mentions;
        this.author = author;
        this.written = written;
        this.clock = clock;
    }

    /** Staff or an integration writes. A person's public reply stops the clocks that wait for one. */
    @Transactional
    public Entry write(String reference, AddComment request) {
        AuthorData writer = author.get();
        boolean answers = request.visibility() == Visibility.PUBLIC && writer.kind() == AuthorData.Kind.AGENT;
        Saying saying = Saying.comment(request.body(), request.channel(), mentions.in(request.body()));
        return put(
                reference, saying, request.visibility(), request.channel(), writer, answers, request.attachmentIds());
    }

    /**
     * Puts a call down. People who talked have answered; a message that was left is the customer's word, and waits for an
     * answer.
     */
    @Transactional
    Entry call(String reference, AddCall request) {
        CallDetails call = request.call();
        if (call.transferredTo() != null
                && agents.findActive(call.transferredTo()).isEmpty()) {
            throw PlatformProblem.UNKNOWN_AGENT.at(
                    "/call/transferredTo", "No active agent has this id. See GET /api/v1/agents.");
        }
        Saying saying =
                Saying.call(call, request.note(), request.note() == null ? List.of() : mentions.in(request.note()));
        if (call.voicemail() && call.direction() == CallDetails.Direction.INBOUND) {
            Instant now = clock.instant();
            UUID id = Ids.next();
            UUID ticketId = tickets.requireOpen(reference).id();
            CommentedTicket ticket = tickets.customerWrote(ticketId, id, saying.body(), now);
            return new Entry(
                    keep(id, ticket, saying, Visibility.PUBLIC, Channel.PHONE, ticket.requester(), now),
                    List.of(),
                    List.of());
        }
        AuthorData writer = author.get();
        boolean answers = call.wasAnswered() && writer.kind() == AuthorData.Kind.AGENT;
        return put(reference, saying, Visibility.INTERNAL, Channel.PHONE, writer, answers, List.of());
    }

    /** The customer writes, by the link of the request. On a closed ticket the words go to one that follows it up. */
    @Transactional
    public CustomerReply customerWrites(UUID ticketId, String body, List<UUID> attachmentIds) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        CommentedTicket ticket = tickets.customerWrote(ticketId, id, body, now);
        Saying saying = Saying.comment(body, Channel.WEB, List.of());
        TicketComment comment = keep(id, ticket, saying, Visibility.PUBLIC, Channel.WEB, ticket.requester(), now);
        comments.flush();
        return new CustomerReply(
                comment,
                attachments.take(attachmentIds, ticketId, ticket.id(), id, AuthorData.Kind.CUSTOMER, true),
                ticket);
    }

    /**
     * The customer writes on a network. The same, and it stands where it was said among the others.
     *
     * @param id the comment's, which says where it stands
     * @param sentAt null when the network does not tell
     */
    public CustomerReply customerWrites(
            UUID id, UUID ticketId, String body, Channel channel, String network, Instant sentAt) {
        Instant now = clock.instant();
        CommentedTicket ticket = tickets.customerWrote(ticketId, id, body, now);
        Saying saying = Saying.comment(body, channel, List.of());
        TicketComment comment = new TicketComment(
                        id, ticket.id(), saying, Visibility.PUBLIC, channel, ticket.requester(), now)
                .broughtFrom(network, sentAt);
        comments.persist(comment);
        comments.flush();
        return new CustomerReply(comment, List.of(), ticket);
    }

    /** Whoever brings news notes for staff what they are. Nobody is mentioned in it. */
    public void note(String reference, String body) {
        note(reference, body, author.get());
    }

    /** The same, in the name of a system that tells by an event what it knows. */
    public void note(String reference, String body, String system) {
        note(reference, body, new AuthorData(AuthorData.Kind.SYSTEM, null, system, null));
    }

    private void note(String reference, String body, AuthorData writer) {
        put(reference, Saying.comment(body, null, List.of()), Visibility.INTERNAL, null, writer, false, List.of());
    }

    /** The customer writes by mail. What the mail quotes is taken out of it. */
    @Transactional
    public CustomerReply customerMails(UUID ticketId, UUID mail, String body) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        Saying saying = Saying.comment(body, Channel.EMAIL, List.of());
        CommentedTicket ticket = tickets.customerWrote(ticketId, id, saying.body(), mail, now);
        TicketComment comment = keep(id, ticket, saying, Visibility.PUBLIC, Channel.EMAIL, ticket.requester(), now);
        return new CustomerReply(comment, List.of(), ticket);
    }

    /** A machine answers a mail of ours, such as that of somebody who is away: a note for the staff, which opens nothing. */
    @Transactional
    public void machineAnswered(UUID ticketId, String body) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        AuthorData writer = new AuthorData(AuthorData.Kind.SYSTEM, null, "mailbox", null);
        Saying saying = Saying.comment(body, Channel.EMAIL, List.of());
        tickets.machineAnswered(
                        ticketId,
                        new WrittenComment(id, writer, Visibility.INTERNAL.wireName(), List.of(), false, saying.body()),
                        now)
                .ifPresent(ticket -> keep(id, ticket, saying, Visibility.INTERNAL, Channel.EMAIL, writer, now));
    }

    private Entry put(
            String reference,
            Saying saying,
            Visibility visibility,
            Channel wanted,
            AuthorData writer,
            boolean answers,
            List<UUID> attachmentIds) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        CommentedTicket ticket = tickets.staffWrote(
                reference,
                new WrittenComment(id, writer, visibility.wireName(), saying.mentions(), answers, saying.body()),
                now);
        Channel channel = wanted == null ? ticket.channel() : wanted;
        TicketComment comment = keep(id, ticket, saying, visibility, channel, writer, now);
        if (answers && saying.call() == null) {
            written.fire(new ReplyWritten(comment, wanted));
        }
        List<ReplyAdvice> advice = visibility == Visibility.PUBLIC && writer.kind() == AuthorData.Kind.AGENT
                ? ReplyAdvice.of(saying.body(), ticket.names())
                : List.of();
        if (attachmentIds.isEmpty()) {
            return new Entry(comment, List.of(), advice);
        }
        comments.flush();
        return new Entry(
                comment,
                attachments.take(
                        attachmentIds, ticket.id(), ticket.id(), id, writer.kind(), visibility == Visibility.PUBLIC),
                advice);
    }

    private TicketComment keep(
            UUID id,
            CommentedTicket ticket,
            Saying saying,
            Visibility visibility,
            Channel channel,
            AuthorData writer,
            Instant now) {
        TicketComment comment = new TicketComment(id, ticket.id(), saying, visibility, channel, writer, now);
        comments.persist(comment);
        return comment;
    }
}
