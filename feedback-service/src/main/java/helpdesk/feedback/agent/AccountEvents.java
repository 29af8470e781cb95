package helpdesk.feedback.agent;

import helpdesk.platform.agent.AccountFacts;
import helpdesk.platform.agent.KnownAgents;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns who works here. */
@ApplicationScoped
public class AccountEvents implements NamedConsumer {

    private final EventConsumer consumer;
    private final KnownAgents agents;

    AccountEvents(EventConsumer consumer, KnownAgents agents) {
        this.consumer = consumer;
        this.agents = agents;
    }

    @Incoming("accounts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "feedback-service.accounts";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        switch (event.type()) {
            case "org.helpdesk.account.created.v1",
                    "org.helpdesk.account.changed.v1",
                    "org.helpdesk.account.deactivated.v1" ->
                agents.follow(event.data(AccountFacts.class), event.sequence());
            default -> {
                // Other facts about accounts do not concern improvements.
            }
        }
    }
}
