package helpdesk.notification.delivery;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The addresses where nothing arrives, for those who look after them. */
@ApplicationScoped
@Transactional
class DeadRecipientService {

    private static final String LIST = "select " + DeadRecipientView.COLUMNS + """
             from dead_recipient
            where (cast(? as text) is null or recipient = ?) and (cast(? as uuid) is null or id < ?)
            order by id desc limit ?""";

    private final Sql sql;
    private final Cursors cursors;

    DeadRecipientService(Sql sql, Cursors cursors) {
        this.sql = sql;
        this.cursors = cursors;
    }

    /**
     * Those that are known, the latest first.
     *
     * @param recipient only this one; null for all
     */
    Page<DeadRecipientView> list(String recipient, PageRequest page) {
        String list = "dead-recipients " + recipient;
        List<String> after = cursors.open(page.after(), list);
        UUID olderThan = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                sql.search(
                        LIST, DeadRecipientView::read, recipient, recipient, olderThan, olderThan, page.limitPlusOne()),
                page.limit(),
                view -> view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /**
     * One.
     *
     * @throws helpdesk.platform.problem.Problem {@code dead-recipient-not-found}
     */
    DeadRecipientView read(UUID id) {
        return find(id, "");
    }

    /**
     * Takes it that messages arrive there again.
     *
     * @throws helpdesk.platform.problem.Problem {@code dead-recipient-not-found}, {@code precondition-failed}
     */
    void remove(UUID id, IfMatch seen) {
        seen.require(find(id, " for update").version());
        sql.execute("delete from dead_recipient where id = ?", id);
    }

    private DeadRecipientView find(UUID id, String lock) {
        return sql.first(
                        "select " + DeadRecipientView.COLUMNS + " from dead_recipient where id = ?" + lock,
                        DeadRecipientView::read,
                        id)
                .orElseThrow(() -> NotificationProblem.DEAD_RECIPIENT_NOT_FOUND.problem("Check the id."));
    }
}
