package helpdesk.ticket.channel;

import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.channel.ChannelConversations.Reached;
import helpdesk.ticket.conversation.ReplyWritten;
import helpdesk.ticket.conversation.TicketComment;
import helpdesk.ticket.ticketing.ChannelReply;
import helpdesk.ticket.ticketing.NetworkTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Asks adapters to bring answers to where the customer wrote. */
@ApplicationScoped
class ReplyRelay {

    private static final String ASK = """
            insert into channel_delivery (comment_id, network, channel_conversation_id, state, asked_at)
            values (?, ?, ?, 'ASKED', ?)""";

    private final ChannelConversations conversations;
    private final NetworkTickets tickets;
    private final Sql sql;

    ReplyRelay(ChannelConversations conversations, NetworkTickets tickets, Sql sql) {
        this.conversations = conversations;
        this.tickets = tickets;
        this.sql = sql;
    }

    /** In the transaction of the answer. What was said in another way, as a mail, is not said again. */
    void written(@Observes ReplyWritten reply) {
        conversations
                .reachedBy(reply.comment().ticketId())
                .filter(reached -> reply.wanted() == null
                        || reply.wanted() == reached.channel().channel())
                .ifPresent(reached -> ask(reply.comment(), reached));
    }

    private void ask(TicketComment comment, Reached reached) {
        comment.goOutBy(reached.network());
        tickets.ask(
                comment.ticketId(),
                new ChannelReply(
                        reached.network(),
                        reached.conversationId(),
                        comment.id(),
                        comment.body(),
                        comment.author().name(),
                        comment.author().title(),
                        comment.createdAt()));
        sql.execute(ASK, comment.id(), reached.network(), reached.id(), comment.createdAt());
        if (reached.moves()) {
            // We went on with it here, and so does the customer who answers.
            conversations.moveTo(reached.id(), comment.ticketId());
        }
    }
}
