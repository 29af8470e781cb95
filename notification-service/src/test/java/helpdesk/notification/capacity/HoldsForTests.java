package helpdesk.notification.capacity;

import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Holds of anybody, without a request. */
@ApplicationScoped
@Transactional
public class HoldsForTests {

    private final FreePlaces places;
    private final SlotHolds holds;
    private final Clock clock;

    HoldsForTests(FreePlaces places, SlotHolds holds, Clock clock) {
        this.places = places;
        this.holds = holds;
        this.clock = clock;
    }

    /** Keeps a place and gives the id of the hold. */
    public UUID hold(String group, Instant start, String by) {
        Slot slot = places.take(group, start);
        SlotHold hold = new SlotHold(Ids.next(), group, slot, clock.instant().plus(HoldService.KEPT));
        holds.keep(hold, by);
        return hold.id();
    }

    public void giveBack(UUID id, String by) {
        holds.giveBack(id, by);
    }

    public void giveBackOver() {
        holds.giveBackOver(100);
    }
}
