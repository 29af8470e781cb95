package helpdesk.notification.tickets;

import helpdesk.notification.callback.CallbackWishes;
import helpdesk.notification.customers.Contact;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.notification.mailbox.MailTickets;
import helpdesk.notification.message.MessageDraft;
import helpdesk.notification.message.Postbox;
import helpdesk.notification.message.TicketOwners;
import helpdesk.notification.template.Content;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import helpdesk.platform.succession.Successions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Tells customers that their request has arrived (practice 5) and that somebody has answered, tells whom a rule names, asks
 * third parties about it, and takes the wishes of customers to be called back (practice 15).
 */
@ApplicationScoped
public class TicketEvents implements NamedConsumer {

    private static final Duration LINK_VALID = Duration.ofDays(90);

    private final EventConsumer consumer;
    private final Postbox postbox;
    private final TicketOwners owners;
    private final CallbackWishes wishes;
    private final MailTickets mails;
    private final KnownCustomers customers;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final CustomerLinks links;
    private final Clock clock;
    private final String publicUrl;

    TicketEvents(
            EventConsumer consumer,
            Postbox postbox,
            TicketOwners owners,
            CallbackWishes wishes,
            MailTickets mails,
            KnownCustomers customers,
            Successions successions,
            ErasedSubjects erasedSubjects,
            CustomerLinks links,
            Clock clock,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.consumer = consumer;
        this.postbox = postbox;
        this.owners = owners;
        this.wishes = wishes;
        this.mails = mails;
        this.customers = customers;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Incoming("tickets")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "notification-service.tickets";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        event.requireOwnNamespace();
        // Whose tickets are whose counts for what is posted together with it.
        owners.begin();
        switch (event.type()) {
            case "org.helpdesk.ticket.opened.v1" -> {
                mails.learn(event);
                TicketFacts ticket = event.data(TicketFacts.class);
                if (ticket.isWinBack() || ticket.isUnanswerable()) {
                    remember(ticket);
                } else {
                    acknowledge(event.id(), ticket);
                }
            }
            case "org.helpdesk.ticket.commented.v1" -> {
                mails.learn(event);
                tellOfReply(event.id(), event.data(TicketFacts.class));
            }
            case "org.helpdesk.ticket.notice-asked.v1" ->
                event.data(NoticeFacts.class).messages(event.id()).forEach(postbox::post);
            case "org.helpdesk.ticket.callback-asked.v1" -> callBack(event, event.data(CallbackAsked.class));
            case "org.helpdesk.side-conversation.written.v1" ->
                askThirdParty(event.id(), event.data(SideConversationFacts.class));
            default -> {
                // Of no concern, such as merges: nothing is told of them.
            }
        }
    }

    private void acknowledge(String eventId, TicketFacts ticket) {
        String link = link(ticket.ticketId());
        post(
                eventId,
                ticket,
                ticket.isFollowUp()
                        ? new Content.FollowUp(ticket.number(), link)
                        : new Content.Acknowledgement(ticket.number(), link));
    }

    /** There is nothing to acknowledge, but what others are told about the ticket is about its customer. */
    private void remember(TicketFacts ticket) {
        if (ticket.customerId() != null) {
            owners.learn(ticket.ticketId(), ticket.customerId());
        }
    }

    private void tellOfReply(String eventId, TicketFacts ticket) {
        if (ticket.isForCustomer()) {
            post(
                    eventId,
                    ticket,
                    new Content.Reply(
                            ticket.number(),
                            link(ticket.ticketId()),
                            ticket.author().name(),
                            ticket.author().title()));
        }
    }

    private void callBack(IncomingEvent event, CallbackAsked asked) {
        if (erasedSubjects.contains(asked.ticketId()) || erasedSubjects.contains(asked.customerId())) {
            return;
        }
        Optional<KnownCustomer> known = Optional.ofNullable(asked.customerId())
                .map(successions::current)
                .flatMap(customers::find);
        UUID who = asked.customerId() == null ? asked.ticketId() : asked.customerId();
        Actor customer = event.actorOr(Actor.customer(who.toString()));
        wishes.take(
                asked.requestId(),
                asked.wish(known.map(KnownCustomer::contact).orElse(Contact.UNKNOWN)),
                known.map(KnownCustomer::timeZone),
                customer);
    }

    private void askThirdParty(String eventId, SideConversationFacts asked) {
        postbox.post(new MessageDraft(
                eventId,
                asked.ticketId(),
                null,
                new Contact(asked.party().name(), null, asked.party().email(), null),
                null,
                new Content.SideConversation(asked.subject(), asked.link(), asked.authorName(), asked.authorTitle())));
    }

    private void post(String eventId, TicketFacts ticket, Content content) {
        postbox.post(new MessageDraft(
                eventId, ticket.ticketId(), ticket.customerId(), ticket.requester(), ticket.language(), content));
    }

    private String link(UUID ticketId) {
        return publicUrl + "/api/v1/requests/"
                + links.issue("request", ticketId, clock.instant().plus(LINK_VALID));
    }
}
