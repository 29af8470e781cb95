package helpdesk.feedback.invitation;

import helpdesk.feedback.campaign.CampaignRepository;
import helpdesk.feedback.customer.KnownCustomers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows tickets, because their solution is what customers are asked about. */
@ApplicationScoped
public class TicketEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final InvitationService invitations;
    private final CampaignRepository campaigns;
    private final KnownCustomers customers;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;

    TicketEvents(
            EventConsumer consumer,
            InvitationService invitations,
            CampaignRepository campaigns,
            KnownCustomers customers,
            Successions successions,
            ErasedSubjects erasedSubjects) {
        this.consumer = consumer;
        this.invitations = invitations;
        this.campaigns = campaigns;
        this.customers = customers;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
    }

    @Incoming("tickets")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.tickets";
    }

    @Override
    public EventHandler handler() {
        return new TicketHandler(invitations, campaigns, customers, successions, erasedSubjects);
    }
}
