package helpdesk.customer.timeline;

import helpdesk.customer.identity.TicketLinks;
import helpdesk.customer.profile.CustomerEvent;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Profile;
import helpdesk.customer.reward.RewardTold;
import helpdesk.customer.text.PlainLine;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jboss.logging.Logger;

/** What happened to each customer, over all services. Written in the transactions of the events it is built from. */
@ApplicationScoped
class Timeline {

    private static final int LONGEST_SUMMARY = 500;
    private static final Logger LOG = Logger.getLogger(Timeline.class);

    private static final String NEWEST = """
            from TimelineEntry e where e.customerId = :customer and %s
            order by e.happening.at desc, e.id desc""";

    private static final String OF_KIND = """
            select newest.* from unnest(cast(%s as text[])) as asked (kind)
            cross join lateral (
                select * from timeline_entry
                where customer_id = :customer and %s = asked.kind
                    and (at, id) < (cast(:at as timestamptz), cast(:id as uuid))
                order by at desc, id desc limit :limit) as newest""";

    private static final String NEWEST_OF = OF_KIND.formatted(":kinds", "kind")
            + " union all "
            + OF_KIND.formatted(":families", "split_part(kind, '.', 1)")
            + " order by at desc, id desc limit :limit";

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Session session;
    private final CustomerRepository customers;
    private final TicketLinks links;
    private final PendingEntries pending;

    Timeline(Session session, CustomerRepository customers, TicketLinks links, PendingEntries pending) {
        this.session = session;
        this.customers = customers;
        this.links = links;
        this.pending = pending;
    }

    /** Each timeline begins with the profile's making. There is one such event a customer, so the customer's id names it. */
    void begin(@Observes CustomerEvent.Created event) {
        Profile profile = event.profile();
        String id = profile.customerId().toString();
        write(
                profile.customerId(),
                new Happening(
                        profile.createdAt(),
                        "customer.created",
                        "Profile created",
                        "customer-service",
                        id,
                        "/customer-service",
                        id,
                        false));
    }

    /** What became of a customer's coupons. */
    void tell(@Observes RewardTold told) {
        write(
                told.customerId(),
                new Happening(
                        told.at(),
                        told.kind(),
                        PlainLine.of(told.summary(), LONGEST_SUMMARY),
                        "customer-service",
                        told.couponId().toString(),
                        "/customer-service",
                        told.eventId().toString(),
                        false));
    }

    /**
     * Adds what happened to the customer, or else to the customer the ticket is from. What happened to a ticket of which it is
     * not known yet whose it is waits until it is.
     *
     * @param customerId as the event says, or null; one that does not exist is passed over
     * @param ticketId as the event says, or null
     */
    void add(UUID customerId, UUID ticketId, Happening happening) {
        if (customers.exists(customerId)) {
            write(customerId, happening);
        } else if (ticketId == null || customerId != null) {
            LOG.debugf("A %s concerns nobody who is known", happening.kind());
        } else {
            links.customerOf(ticketId)
                    .ifPresentOrElse(customer -> write(customer, happening), () -> pending.keep(ticketId, happening));
        }
    }

    /** A customer's entries, the newest first, from behind the given place. */
    List<TimelineEntry> newest(UUID customerId, KindFilter kinds, Optional<TimelinePlace> behind, int limit) {
        if (!kinds.isForAll()) {
            return newestOf(customerId, kinds, behind, limit);
        }
        String place = behind.isPresent() ? "(e.happening.at, e.id) < (:at, :id)" : "true";
        SelectionQuery<TimelineEntry> query = session.createSelectionQuery(NEWEST.formatted(place), TimelineEntry.class)
                .setParameter("customer", customerId)
                .setMaxResults(limit);
        behind.ifPresent(after -> query.setParameter("at", after.at()).setParameter("id", after.id()));
        return query.getResultList();
    }

    /** Each kind and each family by its index, however much else there is. */
    private List<TimelineEntry> newestOf(UUID customerId, KindFilter kinds, Optional<TimelinePlace> behind, int limit) {
        return session.createNativeQuery(NEWEST_OF, TimelineEntry.class)
                .setParameter("customer", customerId)
                .setParameter("kinds", kinds.exact().toArray(String[]::new))
                .setParameter("families", kinds.families().toArray(String[]::new))
                .setParameter("at", behind.map(TimelinePlace::at).orElse(FAR_AWAY))
                .setParameter("id", behind.map(TimelinePlace::id).orElse(LAST_ID))
                .setParameter("limit", limit)
                .getResultList();
    }

    private void write(UUID customerId, Happening happening) {
        session.persist(new TimelineEntry(Ids.next(), customerId, happening));
    }
}
