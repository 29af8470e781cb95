package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.FieldError;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.catalogue.FieldValues;
import helpdesk.ticket.catalogue.TopicTree;
import helpdesk.ticket.customers.KnownCustomer;
import helpdesk.ticket.customers.KnownCustomers;
import helpdesk.ticket.input.Shortened;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.servicelevel.ServiceLevels;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens tickets: for staff and integrations, for the public, for another matter, and to win somebody back. */
@ApplicationScoped
public class TicketOpening {

    private static final int FIRST_TIER = 1;
    private static final int LONGEST_SUBJECT = 300;
    private static final String WIN_BACK_TAG = "win-back";

    private final TicketRepository tickets;
    private final KnownCustomers customers;
    private final Catalogue catalogue;
    private final FieldValues fieldValues;
    private final SearchDocuments documents;
    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;
    private final CurrentActor currentActor;
    private final Clock clock;

    TicketOpening(
            TicketRepository tickets,
            KnownCustomers customers,
            Catalogue catalogue,
            FieldValues fieldValues,
            SearchDocuments documents,
            ServiceLevels serviceLevels,
            TicketJournal journal,
            CurrentActor currentActor,
            Clock clock) {
        this.tickets = tickets;
        this.customers = customers;
        this.catalogue = catalogue;
        this.fieldValues = fieldValues;
        this.documents = documents;
        this.serviceLevels = serviceLevels;
        this.journal = journal;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Opens a ticket for somebody, on the word of staff or an integration. */
    @Transactional
    public Ticket open(OpenTicket request) {
        Actor actor = currentActor.get();
        return open(request, actor, actor.kind() == Actor.Kind.APIKEY ? Origin.INTEGRATION : Origin.AGENT);
    }

    /** Opens a ticket for what another system told by an event. */
    public Ticket openByEvent(OpenTicket request) {
        return open(request, currentActor.get(), Origin.INTEGRATION);
    }

    private Ticket open(OpenTicket request, Actor actor, Origin origin) {
        requireFreeExternalId(actor, request.externalId());
        catalogue.require(TopicTree.CATEGORY, request.category());
        TicketContent content = new TicketContent(
                request.subject(),
                request.priority(),
                Catalogue.DEFAULT_GROUP,
                request.tags(),
                request.category(),
                null,
                fieldValues.accept(Map.of(), request.customFields()));
        Optional<KnownCustomer> customer = customer(request.requester());
        String language = request.language() == null
                ? customer.map(KnownCustomer::language).orElse(null)
                : request.language();
        return open(
                content,
                customer.map(known ->
                                Requester.customer(known, request.requester().customerId()))
                        .orElseGet(() -> contact(request.requester())),
                new TicketOrigin(request.type(), request.channel(), origin, canonical(language), request.description())
                        .external(actor.toString(), request.externalId()),
                FIRST_TIER);
    }

    /**
     * Opens a ticket for somebody without an account who filled in the public form.
     *
     * @param channel web, or chat for who waits for the answer
     */
    @Transactional
    public Ticket openPublic(
            String name,
            String email,
            String phone,
            String subject,
            String description,
            String language,
            Channel channel) {
        return open(
                content(subject, Priority.NORMAL, Catalogue.DEFAULT_GROUP, null),
                Requester.contact(name, email, phone, null),
                new TicketOrigin(TicketType.QUESTION, channel, Origin.PUBLIC, canonical(language), description),
                FIRST_TIER);
    }

    /** Opens a ticket for somebody who wrote a mail. Anybody can write any address into a mail, as into the public form. */
    public Ticket openByMail(MailedRequest mail) {
        return open(
                content(mail.subject(), Priority.NORMAL, Catalogue.DEFAULT_GROUP, null),
                Requester.contact(mail.name(), mail.email(), null, null),
                new TicketOrigin(
                                TicketType.QUESTION,
                                Channel.EMAIL,
                                Origin.PUBLIC,
                                canonical(mail.language()),
                                mail.text())
                        .byMail(mail.mail(), mail.noReply()),
                FIRST_TIER);
    }

    /** Opens a request of our own, which looks like that of a customer (practice 26). */
    public Ticket openProbe(ProbeRequest request) {
        return open(
                content(request.subject(), request.priority(), Catalogue.DEFAULT_GROUP, null),
                Requester.contact(request.name(), request.email(), null, null),
                new TicketOrigin(
                                TicketType.QUESTION,
                                request.channel(),
                                Origin.PUBLIC,
                                canonical(request.language()),
                                request.description())
                        .probe(true),
                FIRST_TIER);
    }

    /** Opens a ticket of our own accord, to win somebody back (practice 3). A group that is not there does not hinder it. */
    Ticket winBack(WinBack lapse) {
        Optional<KnownCustomer> customer = customers.findByIdOptional(lapse.customer());
        boolean grouped = lapse.group() != null && catalogue.hasGroup(lapse.group());
        return open(
                new TicketContent(
                        subject("Win back ", lapse.name()),
                        Priority.NORMAL,
                        grouped ? lapse.group() : Catalogue.DEFAULT_GROUP,
                        List.of(WIN_BACK_TAG),
                        null,
                        null,
                        Map.of()),
                customer.map(known -> Requester.customer(known, lapse.named()))
                        .orElseGet(() -> Requester.unknownCustomer(lapse.customer(), lapse.named(), lapse.name())),
                new TicketOrigin(
                                TicketType.REQUEST,
                                Channel.API,
                                Origin.WIN_BACK,
                                canonical(customer.map(KnownCustomer::language).orElse(null)),
                                lapse.story())
                        .winningBack(lapse.lapse()),
                FIRST_TIER);
    }

    /** Opens a ticket for another matter of the same requester. */
    Ticket splitOff(Ticket former, String subject, String description, TicketType type) {
        TicketContent content = former.content();
        TicketOrigin origin = former.origin();
        return open(
                content(subject, content.priority(), content.group(), null),
                former.requester().copy(),
                new TicketOrigin(type, origin.channel(), Origin.AGENT, origin.language(), description)
                        .probe(origin.isProbe()),
                former.tier());
    }

    Ticket open(TicketContent content, Requester requester, TicketOrigin origin, int tier) {
        Instant now = clock.instant();
        Ticket ticket = new Ticket(Ids.next(), content, requester, origin, tier, now);
        // Written at once, because the event tells the number that comes with it.
        tickets.persistAndFlush(ticket);
        journal.tell(ticket, TicketEvent.Opened.of(ticket));
        documents.add(ticket.id(), ticket.words());
        serviceLevels.opened(TicketFacts.situation(ticket), now);
        return ticket;
    }

    private Optional<KnownCustomer> customer(RequesterRequest request) {
        if (request.customerId() == null) {
            return Optional.empty();
        }
        return Optional.of(customers
                .await(request.customerId())
                .orElseThrow(() -> TicketProblem.UNKNOWN_CUSTOMER.at(
                        "/requester/customerId",
                        "No customer has this id. One that was created this second may need another try.")));
    }

    private static Requester contact(RequesterRequest request) {
        return Requester.contact(request.name(), request.email(), request.phone(), request.handle());
    }

    private void requireFreeExternalId(Actor source, String externalId) {
        if (externalId == null) {
            return;
        }
        tickets.findByExternalId(source.toString(), externalId).ifPresent(existing -> {
            throw TicketProblem.EXTERNAL_ID_TAKEN
                    .problem("You opened %s with this externalId already.", existing.displayNumber())
                    .with(new FieldError(
                            "/externalId", TicketProblem.EXTERNAL_ID_TAKEN.code(), "Read or change that ticket."))
                    .member("ticketId", existing.id().toString());
        });
    }

    static TicketContent content(String subject, Priority priority, String group, String category) {
        return new TicketContent(subject, priority, group, List.of(), category, null, Map.of());
    }

    /** Begins with the prefix, once, and is no longer than subjects are. */
    static String subject(String prefix, String former) {
        String whole = former.startsWith(prefix) ? former : prefix + former;
        return Shortened.to(LONGEST_SUBJECT, whole);
    }

    static String canonical(String language) {
        return language == null ? null : Locale.forLanguageTag(language).toLanguageTag();
    }
}
