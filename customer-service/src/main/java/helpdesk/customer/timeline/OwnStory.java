package helpdesk.customer.timeline;

import helpdesk.customer.lapse.LapseEvent;
import helpdesk.customer.milestone.MilestoneEvent;
import helpdesk.customer.profile.Told;
import helpdesk.customer.reward.RewardTold;
import helpdesk.platform.inbox.IncomingEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What this service's own events tell. Written as they happen, and read from the log when timelines are built anew. */
final class OwnStory {

    private static final String SELF = "customer-service";
    private static final String SOURCE = "/" + SELF;

    private OwnStory() {}

    /** Each timeline begins with the profile's making. There is one such event a customer, so the customer's id names it. */
    static Telling created(UUID customer, Instant at) {
        return telling(customer, "customer.created", "Profile created", customer, customer, at);
    }

    /** Another profile goes on in the customer's. */
    static Telling merged(UUID event, UUID survivor, UUID duplicate, Instant at) {
        return telling(
                survivor, "customer.merged", "Another profile of the same person goes on here", duplicate, event, at);
    }

    /** The other stands for itself again. */
    static Telling unmerged(UUID event, UUID survivor, UUID duplicate, Instant at) {
        return telling(survivor, "customer.unmerged", "A merged profile stands for itself again", duplicate, event, at);
    }

    /** What became of a coupon. */
    static Telling reward(RewardTold told) {
        return telling(told.customerId(), told.kind(), told.summary(), told.couponId(), told.eventId(), told.at());
    }

    /** What this service tells of customers beside that. */
    static Telling told(Told told) {
        return telling(told.customerId(), told.kind(), told.summary(), told.aboutId(), told.eventId(), told.at());
    }

    /** What one of our own events tells; empty when that is nothing. */
    static Optional<Telling> of(String kind, IncomingEvent event) {
        if (kind.startsWith("reward.")) {
            return RewardTold.of(event).map(OwnStory::reward);
        }
        if (kind.startsWith("milestone.")) {
            return MilestoneEvent.told(event).map(OwnStory::told);
        }
        if (kind.equals("customer.lapsed") || kind.equals("customer.returned")) {
            return LapseEvent.told(event).map(OwnStory::told);
        }
        return switch (kind) {
            case "customer.created" -> {
                Facts facts = event.data(Facts.class);
                yield Optional.of(created(facts.customerId(), facts.createdAt()));
            }
            case "customer.merged" -> {
                Facts facts = event.data(Facts.class);
                yield Optional.of(
                        merged(UUID.fromString(event.id()), facts.intoId(), facts.customerId(), facts.mergedAt()));
            }
            case "customer.unmerged" -> {
                Facts facts = event.data(Facts.class);
                yield Optional.of(
                        unmerged(UUID.fromString(event.id()), facts.fromId(), facts.customerId(), facts.unmergedAt()));
            }
            default -> Optional.empty();
        };
    }

    private static Telling telling(UUID customer, String kind, String summary, UUID about, UUID event, Instant at) {
        return new Telling(
                customer,
                null,
                new Happening(at, kind, summary, SELF, about.toString(), SOURCE, event.toString(), false));
    }

    private record Facts(
            UUID customerId, UUID intoId, UUID fromId, Instant createdAt, Instant mergedAt, Instant unmergedAt) {}
}
