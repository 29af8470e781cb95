package helpdesk.notification.message;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads messages. */
@ApplicationScoped
@Transactional
class MessageQuery {

    private final MessageRepository messages;
    private final Cursors cursors;

    MessageQuery(MessageRepository messages, Cursors cursors) {
        this.messages = messages;
        this.cursors = cursors;
    }

    /**
     * One message.
     *
     * @throws helpdesk.platform.problem.Problem {@code message-not-found}
     */
    MessageView read(UUID id) {
        return messages.findByIdOptional(id)
                .map(MessageView::of)
                .orElseThrow(() -> NotificationProblem.MESSAGE_NOT_FOUND.problem("Check the id."));
    }

    Page<MessageView> list(MessageFilter filter, PageRequest page) {
        String list = "messages " + filter;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                messages.list(filter, after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                MessageView::of,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }
}
