package helpdesk.customer.privacy;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Identity;
import helpdesk.customer.profile.IdentityKind;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;

/** Begins erasures, and takes the receipts. */
@ApplicationScoped
@Transactional
public class ErasureService {

    /** The type of receipts, on whatever topic they come. */
    public static final String RECEIPT = "org.helpdesk.personal-data.erased.v1";

    private static final String OPEN_WITH =
            "select id from erasure where state <> 'DONE' and traces -> 'contacts' ??| ? order by id";

    private final CustomerRepository customers;
    private final ErasureRepository erasures;
    private final Successions successions;
    private final ErasedSubjects subjects;
    private final Outbox outbox;
    private final Sql sql;
    private final Causation causation;
    private final Clock clock;

    ErasureService(
            CustomerRepository customers,
            ErasureRepository erasures,
            Successions successions,
            ErasedSubjects subjects,
            Outbox outbox,
            Sql sql,
            Causation causation,
            Clock clock) {
        this.customers = customers;
        this.erasures = erasures;
        this.successions = successions;
        this.subjects = subjects;
        this.outbox = outbox;
        this.sql = sql;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Lets a customer be forgotten. Asked for while that is under way, it is that one.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code customer-merged}, {@code customer-erased}
     *     when it is done already
     */
    ErasureView begin(UUID id, EraseCustomer request) {
        Customer customer = customers.lock(id);
        if (customer == null) {
            customer = customers.require(id);
        }
        Instant now = clock.instant();
        Erasure open = erasures.findOpen(id).orElse(null);
        if (open != null) {
            return open.viewAt(now);
        }
        customer.requireStanding();
        Erasure erasure = new Erasure(Ids.next(), id, traces(customer), request.reason(), causation.actor(), now);
        erasures.persist(erasure);
        customer.beginErasure();
        ask(customer, erasure.question(), now);
        return erasure.viewAt(now);
    }

    /**
     * Asks everybody again, because a backup that was restored may have brought back what was erased.
     *
     * @throws helpdesk.platform.problem.Problem {@code erasure-not-found}, {@code erasure-under-way}
     */
    ErasureView repeat(UUID id) {
        UUID customerId = erasures.customerOf(id);
        Customer customer = customers.lock(customerId);
        Erasure erasure = erasures.hold(id);
        if (erasures.findOpen(customerId).isPresent()) {
            throw CustomerProblem.ERASURE_UNDER_WAY.problem("Wait until it is done.");
        }
        customer.beginErasure();
        Instant now = clock.instant();
        ask(customer, erasure.repeat(traces(customer), now), now);
        return erasure.viewAt(now);
    }

    /** A service holds nothing on the person any more. */
    public void receive(IncomingEvent event) {
        Told told = event.data(Told.class);
        erasures.findByIdOptional(told.requestId(), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(erasure -> {
                    erasure.receive(new Receipt(told.service(), told.round(), told.erasedAt(), told.erased()));
                    erasure.lookAgainAt(clock.instant());
                });
    }

    /**
     * Whether somebody who has one of these was forgotten, or is about to be, and asked for it after this happened: what was
     * under way then makes no new profile.
     */
    public boolean isForgotten(List<Identity> identities, Instant happened) {
        return sql.first(
                        "select 1 from erasure where state <> 'DONE' and requested_at >= ? and traces -> 'contacts' ??| ?",
                        row -> true,
                        happened,
                        values(identities))
                .isPresent();
    }

    /** The ticket is of somebody who is being forgotten: nothing of it is kept, and it is looked for on the topics, too. */
    public void forgetTicket(UUID ticket, List<Identity> identities) {
        subjects.add(List.of(ticket));
        sql.execute("delete from timeline_pending where ticket_id = ?", ticket);
        sql.list(OPEN_WITH, row -> row.getObject(1, UUID.class), (Object) values(identities))
                .forEach(id -> erasures.hold(id).include(List.of(ticket)));
    }

    /** These tickets turned out to be the person's; all that are known by now. */
    List<UUID> include(UUID request, List<UUID> tickets) {
        return erasures.findByIdOptional(request, LockModeType.PESSIMISTIC_WRITE)
                .map(erasure -> erasure.include(tickets))
                .orElse(tickets);
    }

    private static String[] values(List<Identity> identities) {
        return identities.stream().map(Identity::value).toArray(String[]::new);
    }

    /** Puts the question, as an event of the customer. */
    void ask(Customer customer, ErasureEvent question, Instant now) {
        customer.touch(now);
        outbox.append(customer, question);
    }

    private Traces traces(Customer customer) {
        List<UUID> kin = successions.kin(customer.id());
        List<UUID> tickets = sql.list(
                "select ticket_id from ticket_customer where customer_id = ?",
                row -> row.getObject(1, UUID.class),
                customer.id());
        List<Customer> profiles = kin.stream()
                .map(customers::findById)
                .filter(Objects::nonNull)
                .filter(profile -> !profile.isErased())
                .toList();
        return new Traces(
                kin,
                tickets,
                profiles.stream().map(Customer::name).distinct().toList(),
                profiles.stream()
                        .flatMap(profile -> profile.identities().stream())
                        // A handle is a word that others use, too; what is theirs is found by ids.
                        .filter(identity -> identity.kind() != IdentityKind.HANDLE)
                        .map(Identity::value)
                        .distinct()
                        .toList());
    }

    private record Told(UUID requestId, int round, String service, SortedMap<String, Long> erased, Instant erasedAt) {
        Told {
            Objects.requireNonNull(requestId, "requestId is missing");
            Objects.requireNonNull(service, "service is missing");
            Objects.requireNonNull(erasedAt, "erasedAt is missing");
            Objects.requireNonNull(erased, "erased is missing");
        }
    }
}
