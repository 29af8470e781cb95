package helpdesk.notification.capacity;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Keeps places for those who are about to book. */
@ApplicationScoped
@Transactional
class HoldService {

    /** So long a place is kept. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** A hold never changes. */
    static final long VERSION = 0;

    private final FreePlaces places;
    private final SlotHolds holds;
    private final CurrentActor caller;
    private final Clock clock;

    HoldService(FreePlaces places, SlotHolds holds, CurrentActor caller, Clock clock) {
        this.places = places;
        this.holds = holds;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Keeps a place in the slot.
     *
     * @throws helpdesk.platform.problem.Problem {@code no-such-group}, {@code no-such-slot} or {@code slot-full}
     */
    HoldView hold(HoldSlot wish) {
        Slot slot = places.take(wish.groupOrDefault(), wish.slotStart());
        SlotHold hold = new SlotHold(
                Ids.next(), wish.groupOrDefault(), slot, clock.instant().plus(KEPT));
        holds.keep(hold, caller.get().toString());
        return HoldView.of(hold);
    }

    /**
     * Gives the place back.
     *
     * @throws helpdesk.platform.problem.Problem {@code callback-hold-not-found}, also when it is somebody else's
     */
    void giveBack(UUID id, IfMatch seen) {
        seen.require(VERSION);
        if (!holds.giveBack(id, caller.get().toString())) {
            throw NotificationProblem.CALLBACK_HOLD_NOT_FOUND.problem(
                    "It was booked or given back, its 5 minutes are over, or somebody else made it.");
        }
    }
}
