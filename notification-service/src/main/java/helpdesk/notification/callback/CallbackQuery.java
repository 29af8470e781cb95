package helpdesk.notification.callback;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Reads callbacks. */
@ApplicationScoped
@Transactional
class CallbackQuery {

    private final CallbackRepository callbacks;
    private final CallbackAccess access;
    private final Successions successions;
    private final Cursors cursors;
    private final Clock clock;

    CallbackQuery(
            CallbackRepository callbacks,
            CallbackAccess access,
            Successions successions,
            Cursors cursors,
            Clock clock) {
        this.callbacks = callbacks;
        this.access = access;
        this.successions = successions;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * One callback.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found}, also for somebody else's
     */
    CallbackView read(UUID id) {
        return CallbackView.of(access.require(callbacks.findByIdOptional(id)), clock.instant());
    }

    Page<CallbackView> list(CallbackFilter filter, PageRequest page) {
        String list = "callbacks " + filter;
        CallbackPlace after = CallbackPlace.of(cursors.open(page.after(), list));
        Instant now = clock.instant();
        return Page.of(
                callbacks.list(current(filter), now, after, page.limitPlusOne()),
                page.limit(),
                callback -> CallbackView.of(callback, now),
                last -> cursors.seal(CallbackPlace.of(last, filter).values(), list));
    }

    /** Whoever asks for a profile that was merged gets what the one has in which it goes on. */
    private CallbackFilter current(CallbackFilter filter) {
        return filter.customerId() == null
                ? filter
                : new CallbackFilter(
                        filter.statuses(), filter.due(), filter.ticketId(), successions.current(filter.customerId()));
    }
}
