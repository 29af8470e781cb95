package helpdesk.customer.subscription;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Owner;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Keeps subscriptions, as they are written down and as other systems tell of them (practice 3). */
@ApplicationScoped
@Transactional
public class SubscriptionService {

    private static final int MOST = 200;

    /** Whoever calls our API instead of sending events. */
    private static final String API = "api";

    private final Subscriptions subscriptions;
    private final CustomerRepository customers;
    private final CurrentActor actor;
    private final Causation causation;
    private final Cursors cursors;
    private final Clock clock;

    SubscriptionService(
            Subscriptions subscriptions,
            CustomerRepository customers,
            CurrentActor actor,
            Causation causation,
            Cursors cursors,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.customers = customers;
        this.actor = actor;
        this.causation = causation;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Writes one down.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code external-id-taken},
     *     {@code too-many-subscriptions}
     */
    SubscriptionView create(UUID id, NewSubscription body) {
        Customer customer = customers.require(id);
        if (subscriptions.count("customerId", id) >= MOST) {
            throw CustomerProblem.TOO_MANY_SUBSCRIPTIONS.problem("A customer has %d at most. Renew one of them.", MOST);
        }
        Subscription made = new Subscription(
                Ids.next(),
                id,
                body,
                body.externalId() == null ? null : API,
                actor.get().toString(),
                clock.instant());
        subscriptions.persist(made);
        try {
            subscriptions.flush();
        } catch (ConstraintViolationException e) {
            throw "subscription_external_id_taken".equals(e.getConstraintName())
                    ? CustomerProblem.EXTERNAL_ID_TAKEN.at(
                            "/externalId", "A subscription has this id already. Renew that one.")
                    : e;
        }
        return SubscriptionView.of(made, today(customer));
    }

    SubscriptionView renew(UUID customer, UUID id, Renewal body) {
        Subscription held = hold(customer, id);
        held.renew(body.endsOn(), clock.instant());
        return written(held);
    }

    SubscriptionView cancel(UUID customer, UUID id, Cancellation body) {
        Subscription held = hold(customer, id);
        held.cancel(body.reason(), clock.instant());
        return written(held);
    }

    /** Removes one that was written down by mistake. */
    void delete(UUID customer, UUID id, IfMatch seen) {
        Subscription held = hold(customer, id);
        seen.require(held.version());
        subscriptions.delete(held);
    }

    SubscriptionView read(UUID customer, UUID id) {
        return SubscriptionView.of(require(customer, id), today(customers.require(customer)));
    }

    Page<SubscriptionView> of(UUID id, PageRequest page) {
        Customer customer = customers.require(id);
        String list = "subscriptions " + id;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                subscriptions.of(id, after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                one -> SubscriptionView.of(one, today(customer)),
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    /** Takes over what another system says of a subscription of the customer, in the transaction at hand. */
    public void follow(Owner owner, String source, SubscriptionNews news) {
        subscriptions
                .ofSource(source, news.id())
                .ifPresentOrElse(known -> known.follow(news, clock.instant()), () -> begin(owner, source, news));
    }

    private void begin(Owner owner, String source, SubscriptionNews news) {
        if (!news.isWhole()) {
            return;
        }
        Subscription made = new Subscription(
                Ids.next(),
                owner.customerId(),
                news.written(),
                source,
                causation.actor().toString(),
                clock.instant());
        made.of(owner.originId());
        if (news.cancelled()) {
            made.cancel(null, clock.instant());
        }
        subscriptions.persist(made);
    }

    private Subscription hold(UUID customer, UUID id) {
        customers.require(customer);
        Subscription held = require(customer, id);
        subscriptions.getEntityManager().lock(held, LockModeType.PESSIMISTIC_WRITE);
        return held;
    }

    private Subscription require(UUID customer, UUID id) {
        return subscriptions
                .findByIdOptional(id)
                .filter(one -> one.customerId().equals(customer))
                .orElseThrow(() -> CustomerProblem.SUBSCRIPTION_NOT_FOUND.problem("Check both ids."));
    }

    private SubscriptionView written(Subscription one) {
        subscriptions.flush();
        return SubscriptionView.of(one, today(customers.require(one.customerId())));
    }

    private LocalDate today(Customer customer) {
        return LocalDate.ofInstant(clock.instant(), customer.zone());
    }
}
