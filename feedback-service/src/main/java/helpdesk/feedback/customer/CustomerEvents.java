package helpdesk.feedback.customer;

import helpdesk.feedback.incentive.EarnedRewards;
import helpdesk.feedback.incentive.IssuedReward;
import helpdesk.platform.erasure.Erasures;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns who goes on as whom, who wants to be forgotten, and what answers have earned. */
@ApplicationScoped
public class CustomerEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final Successions successions;
    private final Erasures erasures;
    private final EarnedRewards rewards;

    CustomerEvents(EventConsumer consumer, Successions successions, Erasures erasures, EarnedRewards rewards) {
        this.consumer = consumer;
        this.successions = successions;
        this.erasures = erasures;
        this.rewards = rewards;
    }

    @Incoming("customers")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.customers";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.customer.merged.v1" -> {
                Merged merged = event.data(Merged.class);
                successions.follow(merged.customerId(), merged.intoId(), event.sequence());
            }
            case "org.helpdesk.customer.unmerged.v1" ->
                successions.follow(event.data(Unmerged.class).customerId(), null, event.sequence());
            case "org.helpdesk.reward.issued.v1" -> rewards.issued(event.data(IssuedReward.class));
            case "org.helpdesk.reward.redeemed.v1",
                    "org.helpdesk.reward.expired.v1",
                    "org.helpdesk.reward.revoked.v1" ->
                rewards.ended(event.data(EndedReward.class).couponId());
            case "org.helpdesk.customer.erasure-requested.v1" -> erasures.accept(event);
            default -> {
                // How customers are called and reached, the tickets tell.
            }
        }
    }

    private record Merged(UUID customerId, UUID intoId) {
        Merged {
            Objects.requireNonNull(customerId, "customerId is missing");
            Objects.requireNonNull(intoId, "intoId is missing");
        }
    }

    private record EndedReward(UUID couponId) {
        EndedReward {
            Objects.requireNonNull(couponId, "couponId is missing");
        }
    }

    private record Unmerged(UUID customerId) {
        Unmerged {
            Objects.requireNonNull(customerId, "customerId is missing");
        }
    }
}
