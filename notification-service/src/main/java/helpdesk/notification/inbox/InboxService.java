package helpdesk.notification.inbox;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What who is signed in was told. Nobody sees another's. */
@ApplicationScoped
@Transactional
class InboxService {

    private static final String OWN = "select " + InboxNoticeView.COLUMNS
            + " from inbox_notice n join message m on m.id = n.message_id where n.account_id = ?";

    private static final String OLDER = " and (cast(? as uuid) is null or n.message_id < ?)";
    private static final String UNREAD = " and n.read_at is null";
    private static final String NEWEST_FIRST = " order by n.message_id desc limit ?";

    private static final String READ = """
            update inbox_notice set read_at = ? where message_id = ? and account_id = ? and read_at is null""";

    private final Sql sql;
    private final Cursors cursors;
    private final CurrentActor actor;
    private final Clock clock;

    InboxService(Sql sql, Cursors cursors, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.cursors = cursors;
        this.actor = actor;
        this.clock = clock;
    }

    /** The newest first. */
    Page<InboxNoticeView> list(boolean unread, PageRequest page) {
        UUID account = actor.accountId();
        String list = "inbox " + account + unread;
        List<String> after = cursors.open(page.after(), list);
        UUID olderThan = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                sql.search(
                        OWN + OLDER + (unread ? UNREAD : "") + NEWEST_FIRST,
                        InboxNoticeView::read,
                        account,
                        olderThan,
                        olderThan,
                        page.limitPlusOne()),
                page.limit(),
                view -> view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /**
     * Takes down that it was read. The first time counts.
     *
     * @throws helpdesk.platform.problem.Problem {@code notice-not-found}
     */
    InboxNoticeView read(UUID id) {
        UUID account = actor.accountId();
        sql.execute(READ, clock.instant(), id, account);
        return sql.first(OWN + " and n.message_id = ?", InboxNoticeView::read, account, id)
                .orElseThrow(() -> NotificationProblem.NOTICE_NOT_FOUND.problem("See GET /api/v1/inbox."));
    }
}
