package helpdesk.notification.message;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads messages. */
@ApplicationScoped
@Transactional
class MessageQuery {

    private final MessageRepository messages;
    private final Successions successions;
    private final Cursors cursors;

    MessageQuery(MessageRepository messages, Successions successions, Cursors cursors) {
        this.messages = messages;
        this.successions = successions;
        this.cursors = cursors;
    }

    /**
     * One message.
     *
     * @throws helpdesk.platform.problem.Problem {@code message-not-found}
     */
    MessageView read(UUID id) {
        return messages.findByIdOptional(id)
                .map(MessageView::whole)
                .orElseThrow(() -> NotificationProblem.MESSAGE_NOT_FOUND.problem("Check the id."));
    }

    /**
     * A file that goes with a message.
     *
     * @param number from 1 on
     * @throws helpdesk.platform.problem.Problem {@code message-not-found} or {@code message-attachment-not-found}
     */
    MessageAttachment attachment(UUID id, int number) {
        List<MessageAttachment> attachments = messages.findByIdOptional(id)
                .map(Message::attachments)
                .orElseThrow(() -> NotificationProblem.MESSAGE_NOT_FOUND.problem("Check the id."));
        if (number < 1 || number > attachments.size()) {
            throw NotificationProblem.MESSAGE_ATTACHMENT_NOT_FOUND.problem("See attachments of the message.");
        }
        return attachments.get(number - 1);
    }

    Page<MessageView> list(MessageFilter filter, PageRequest page) {
        String list = "messages " + filter;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                messages.list(
                        current(filter),
                        after.isEmpty() ? null : UUID.fromString(after.getFirst()),
                        page.limitPlusOne()),
                page.limit(),
                MessageView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /** Whoever asks for a profile that was merged gets what the one has in which it goes on. */
    private MessageFilter current(MessageFilter filter) {
        return filter.customerId() == null
                ? filter
                : new MessageFilter(
                        successions.current(filter.customerId()),
                        filter.ticketId(),
                        filter.recipient(),
                        filter.kinds());
    }
}
