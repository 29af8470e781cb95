package helpdesk.ticket.channel;

import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.channel.ChannelConversations.Known;
import helpdesk.ticket.channel.ChannelConversations.Place;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.conversation.CustomerReply;
import helpdesk.ticket.ticketing.Handle;
import helpdesk.ticket.ticketing.NetworkTickets;
import helpdesk.ticket.ticketing.OpenTicket;
import helpdesk.ticket.ticketing.RequesterRequest;
import helpdesk.ticket.ticketing.TicketOpening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Takes what customers write on networks: each message once, and each conversation on the ticket with which it goes on. */
@ApplicationScoped
public class ChannelMessageService {

    private final ChannelConversations conversations;
    private final TicketOpening opening;
    private final ConversationService comments;
    private final NetworkTickets tickets;
    private final Clock clock;

    ChannelMessageService(
            ChannelConversations conversations,
            TicketOpening opening,
            ConversationService comments,
            NetworkTickets tickets,
            Clock clock) {
        this.conversations = conversations;
        this.opening = opening;
        this.comments = comments;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Transactional
    ReceivedMessage receive(ReceiveMessage message) {
        conversations.hold(message);
        String sha256 = sha256(message.text());
        Known known = conversations.find(message);
        if (known.hasCome()) {
            if (!known.isSame(sha256)) {
                throw differs();
            }
            return new ReceivedMessage(conversations.answer(message), true);
        }
        Instant now = clock.instant();
        if (known.conversation() == null) {
            UUID ticket = open(message);
            keep(message, conversations.add(message, ticket, now), new Place(ticket, null, ticket, true), sha256, now);
        } else {
            goOn(message, known, sha256, now);
        }
        return new ReceivedMessage(conversations.answer(message), false);
    }

    private UUID open(ReceiveMessage message) {
        Sender from = message.from();
        return opening.open(new OpenTicket(
                        Subject.of(message.text()),
                        message.text(),
                        null,
                        message.channel().channel(),
                        null,
                        new RequesterRequest(
                                null, from.name(), null, null, new Handle(message.network(), from.handle())),
                        message.language(),
                        null,
                        null,
                        null,
                        null))
                .id();
    }

    private void goOn(ReceiveMessage message, Known known, String sha256, Instant now) {
        UUID id = CommentPlace.of(message.sentAt(), now);
        CustomerReply reply = comments.customerWrites(
                id, known.ticket(), message.text(), message.channel().channel(), message.network(), message.sentAt());
        UUID ticket = reply.ticket().id();
        if (!conversations.goOn(known.conversation(), ticket, now)) {
            throw PlatformProblem.TEMPORARILY_UNAVAILABLE
                    .problem("The conversation was erased a moment ago. Try again; it begins anew.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        boolean opened = !ticket.equals(known.ticket());
        keep(message, known.conversation(), new Place(ticket, id, tickets.root(ticket), opened), sha256, now);
    }

    private void keep(ReceiveMessage message, UUID conversation, Place place, String sha256, Instant now) {
        if (!conversations.keep(message, conversation, place, sha256, now)) {
            // In another conversation, at this moment: messages of one come one after the other.
            throw differs();
        }
    }

    private static Problem differs() {
        return TicketProblem.CHANNEL_MESSAGE_DIFFERS
                .problem("A message with this id came with another text or in another conversation.")
                .with(new FieldError(
                        "/messageId",
                        TicketProblem.CHANNEL_MESSAGE_DIFFERS.code(),
                        "Give a message that was changed an id of its own."));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
