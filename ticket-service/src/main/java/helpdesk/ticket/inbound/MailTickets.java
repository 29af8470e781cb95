package helpdesk.ticket.inbound;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.conversation.CustomerReply;
import helpdesk.ticket.mail.MailPart;
import helpdesk.ticket.mail.TicketMails;
import helpdesk.ticket.relation.LinkService;
import helpdesk.ticket.ticketing.MailSenders;
import helpdesk.ticket.ticketing.TicketOpening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes tickets and comments of mails (practice 16), each once. Who is not the requester of the ticket that a mail is about gets a ticket of
 * their own, which is linked to it. In the transaction of the consumer.
 */
@ApplicationScoped
class MailTickets {

    private final TicketMails mails;
    private final MailSenders senders;
    private final TicketOpening opening;
    private final ConversationService conversation;
    private final LinkService links;
    private final ErasedSubjects erased;

    MailTickets(
            TicketMails mails,
            MailSenders senders,
            TicketOpening opening,
            ConversationService conversation,
            LinkService links,
            ErasedSubjects erased) {
        this.mails = mails;
        this.senders = senders;
        this.opening = opening;
        this.conversation = conversation;
        this.links = links;
        this.erased = erased;
    }

    void take(ReceivedMail mail) {
        Optional<UUID> about = about(mail);
        if (mail.isAutoReply()) {
            about.ifPresent(ticket -> conversation.machineAnswered(ticket, note(mail)));
            return;
        }
        if (mails.ticketOf(mail.mailId()).isPresent()) {
            return;
        }
        if (about.isPresent() && senders.isRequester(about.get(), mail.from().email())) {
            CustomerReply reply = conversation.customerMails(about.get(), mail.mailId(), mail.text());
            keep(mail, reply.ticket().id(), reply.comment().id());
            return;
        }
        UUID ticket = opening.openByMail(mail.request()).id();
        keep(mail, ticket, null);
        about.ifPresent(other -> links.relate(ticket, other));
    }

    /** The ticket that the mail says it is about; empty when there is none, or when it was forgotten. */
    private Optional<UUID> about(ReceivedMail mail) {
        return Optional.ofNullable(mail.ticketId())
                .flatMap(id -> senders.ticket(id.toString()))
                .or(() -> Optional.ofNullable(mail.answersMailId()).flatMap(mails::ticketOf))
                .or(() -> Optional.ofNullable(mail.ticketNumber()).flatMap(senders::ticket))
                .filter(ticket -> !erased.contains(ticket));
    }

    private void keep(ReceivedMail mail, UUID ticket, UUID comment) {
        mails.keep(ticket, new MailPart(mail.mailId(), comment, mail.attachments(), mail.receivedAt()));
    }

    private static String note(ReceivedMail mail) {
        return "An automatic answer came from %s: %s\n\n%s"
                .formatted(mail.from().email(), mail.subject(), mail.text());
    }
}
