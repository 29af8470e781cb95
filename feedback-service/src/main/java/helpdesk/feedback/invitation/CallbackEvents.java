package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.campaign.CampaignTrigger;
import helpdesk.feedback.customer.KnownCustomer;
import helpdesk.feedback.customer.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Asks customers about the callbacks they got. */
@ApplicationScoped
public class CallbackEvents implements NamedConsumer {

    private static final String COMPLETED = "org.helpdesk.callback.completed.v1";

    private final EventConsumer consumer;
    private final InvitationService invitations;
    private final CampaignRepository campaigns;
    private final KnownCustomers customers;
    private final Successions successions;
    private final ErasedSubjects erased;

    CallbackEvents(
            EventConsumer consumer,
            InvitationService invitations,
            CampaignRepository campaigns,
            KnownCustomers customers,
            Successions successions,
            ErasedSubjects erased) {
        this.consumer = consumer;
        this.invitations = invitations;
        this.campaigns = campaigns;
        this.customers = customers;
        this.successions = successions;
        this.erased = erased;
    }

    @Incoming("notifications")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.notifications";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        if (!event.type().equals(COMPLETED)) {
            return;
        }
        CompletedCallback callback = event.data(CompletedCallback.class);
        if (callback.customerId() == null || erased.contains(callback.callbackId())) {
            return;
        }
        UUID customer = successions.current(callback.customerId());
        customers.touch(customer, callback.completedAt());
        Optional<KnownCustomer> known = customers.find(customer).filter(KnownCustomer::isReachable);
        if (known.isPresent() && !erased.contains(customer)) {
            Cause cause = new Cause(event.correlationId(), event.id(), event.traceParent());
            invitations.schedule(callback, known.get(), campaigns.active(CampaignTrigger.CALLBACK_COMPLETED), cause);
        }
    }
}
