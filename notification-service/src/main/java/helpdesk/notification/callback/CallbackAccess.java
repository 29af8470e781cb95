package helpdesk.notification.callback;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose callbacks the caller may see and change: staff all of them, others those that they booked. */
@ApplicationScoped
class CallbackAccess {

    private final CurrentActor caller;

    CallbackAccess(CurrentActor caller) {
        this.caller = caller;
    }

    /**
     * The callback, when the caller may see it.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-not-found}, also when the caller may not see it
     */
    Callback require(Optional<Callback> found) {
        return found.filter(callback -> isStaff() || callback.bookedBy().equals(actor()))
                .orElseThrow(() -> NotificationProblem.CALLBACK_NOT_FOUND.problem(
                        "Check the id. Who is not on the staff sees only what they booked themselves."));
    }

    /**
     * Lets nobody but staff and integrations book in the name of a customer.
     *
     * @throws helpdesk.platform.problem.Problem {@code forbidden}
     */
    void requireMayBook(BookCallback wish) {
        if (isStaff() || caller.has(Roles.INTEGRATION)) {
            return;
        }
        if (wish.customerId() != null) {
            throw PlatformProblem.FORBIDDEN.at(
                    "/customerId", "Leave customerId out: only staff and integrations may name the customer.");
        }
        if (wish.ticketId() != null) {
            throw PlatformProblem.FORBIDDEN.at(
                    "/ticketId", "Leave ticketId out: only staff and integrations may name the ticket.");
        }
    }

    /** Who calls, as text. */
    String actor() {
        return caller.get().toString();
    }

    /** Whether the caller answers for what agents do. */
    boolean isSupervisor() {
        return caller.has(Roles.ADMIN) || caller.has(Roles.SUPERVISOR);
    }

    /** Whether it is the customer who calls. */
    boolean isCustomer() {
        return caller.has(Roles.CUSTOMER) && !isStaff() && !caller.has(Roles.INTEGRATION);
    }

    private boolean isStaff() {
        return Stream.of(Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT).anyMatch(caller::has);
    }
}
