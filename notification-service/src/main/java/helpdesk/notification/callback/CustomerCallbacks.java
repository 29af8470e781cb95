package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Callbacks of customers who come by a link: what it opens is theirs, and who acts was named before. */
@ApplicationScoped
@Transactional
public class CustomerCallbacks {

    private final CallbackRepository callbacks;
    private final CallbackChanges changes;
    private final Bookings bookings;

    CustomerCallbacks(CallbackRepository callbacks, CallbackChanges changes, Bookings bookings) {
        this.callbacks = callbacks;
        this.changes = changes;
        this.bookings = bookings;
    }

    public Optional<Callback> find(UUID id) {
        return callbacks.findByIdOptional(id);
    }

    /** The callback, which nobody else changes until the transaction ends. */
    public Optional<Callback> lock(UUID id) {
        return callbacks.lock(id);
    }

    /**
     * Books a callback.
     *
     * @throws helpdesk.platform.problem.Problem {@code no-such-group}, {@code no-such-slot} or {@code slot-full}
     */
    public Callback book(BookCallback wish, String by) {
        return bookings.book(wish, by);
    }

    /**
     * Changes its time or what was written down.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found}, {@code precondition-failed},
     *     {@code transition-not-allowed}, {@code invalid-request}, {@code no-such-slot} or {@code slot-full}
     */
    public Callback change(UUID id, IfMatch seen, MergePatch patch) {
        Callback callback = require(id);
        changes.apply(callback, seen, patch);
        return callback;
    }

    /**
     * Calls it off. The customer knows.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found} or {@code transition-not-allowed}
     */
    public Callback cancel(UUID id) {
        Callback callback = require(id);
        bookings.cancel(callback, false);
        return callback;
    }

    private Callback require(UUID id) {
        return callbacks
                .lock(id)
                .orElseThrow(
                        () -> NotificationProblem.CALLBACK_NOT_FOUND.problem("Nothing is booked by this link yet."));
    }
}
