package helpdesk.ticket.attachment;

import helpdesk.platform.persistence.Ids;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.TicketNotes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the files of tickets. */
@ApplicationScoped
public class AttachmentService {

    private final TicketNotes tickets;
    private final AttachmentRepository attachments;
    private final AttachmentContent content;
    private final Uploads uploads;
    private final Clock clock;

    AttachmentService(
            TicketNotes tickets,
            AttachmentRepository attachments,
            AttachmentContent content,
            Uploads uploads,
            Clock clock) {
        this.tickets = tickets;
        this.attachments = attachments;
        this.content = content;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Receives a file from staff. The same file sent again is kept once. */
    AttachmentView receive(UUID ticket, String name, InputStream body, AuthorData author) {
        return receive(ticket, name, body, author, FileVisibility.INTERNAL);
    }

    /** Receives a file from the requester of the ticket, who may read it, and so may everybody on the ticket. */
    public AttachmentView receiveFromRequester(UUID ticket, String name, InputStream body) {
        return receive(ticket, name, body, tickets.requester(ticket), FileVisibility.PUBLIC);
    }

    private AttachmentView receive(
            UUID ticket, String name, InputStream body, AuthorData author, FileVisibility visibility) {
        return uploads.receive(name, body, file -> QuarkusTransaction.requiringNew()
                .call(() -> store(ticket, file, author, visibility)));
    }

    private AttachmentView store(UUID ticket, ReceivedFile file, AuthorData author, FileVisibility visibility) {
        boolean byRequester = author.kind() == AuthorData.Kind.CUSTOMER;
        if (byRequester) {
            // Also to a closed one: a word that names the file takes it to the ticket that follows up.
            tickets.hold(ticket);
        } else {
            tickets.holdOpen(ticket);
        }
        Optional<Attachment> again = attachments.findAgain(ticket, file, author);
        if (again.isPresent()) {
            return AttachmentView.of(again.get());
        }
        Instant now = clock.instant();
        Attachment attachment = new Attachment(Ids.next(), ticket, file, visibility, author, now);
        tickets.note(ticket, "attachment", null, attachment.id(), byRequester, now);
        attachments.persistAndFlush(attachment);
        content.write(attachment.id(), file.content());
        return AttachmentView.of(attachment);
    }

    /**
     * Makes files part of what was said.
     *
     * @param sentTo the ticket that they were sent to
     * @param ticket the ticket of the comment
     * @param author on which side the author of the comment stands; customers name only files of their own
     * @throws helpdesk.platform.problem.Problem {@code attachment-unknown}
     */
    public List<AttachmentView> take(
            List<UUID> ids, UUID sentTo, UUID ticket, UUID comment, AuthorData.Kind author, boolean isPublic) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Attachment> free = attachments.lockFree(sentTo, ids).stream()
                .filter(attachment -> author != AuthorData.Kind.CUSTOMER
                        || attachment.author().kind() == AuthorData.Kind.CUSTOMER)
                .toList();
        if (free.size() < ids.size()) {
            throw TicketProblem.ATTACHMENT_UNKNOWN.at(
                    "/attachmentIds", "Name files that were sent to this ticket and are in no comment yet.");
        }
        // What a customer sent stays the customer's, also when a note names it.
        free.forEach(attachment -> attachment.belongTo(
                ticket,
                comment,
                isPublic || attachment.author().kind() == AuthorData.Kind.CUSTOMER
                        ? FileVisibility.PUBLIC
                        : FileVisibility.INTERNAL));
        return free.stream().map(AttachmentView::of).toList();
    }

    /** Takes a file away that is part of nothing that was said. */
    @Transactional
    void remove(UUID ticket, UUID id) {
        tickets.hold(ticket);
        Attachment attachment = attachments.require(ticket, id);
        if (attachment.commentId() != null) {
            throw TicketProblem.ATTACHMENT_IN_USE.problem("What was said stays as it is, with its files.");
        }
        tickets.note(attachment.ticketId(), "attachment", id, null, false, clock.instant());
        attachments.delete(attachment);
    }
}
