package helpdesk.customer.timeline;

import helpdesk.customer.identity.TicketLinks;
import helpdesk.customer.profile.CustomerEvent;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Owner;
import helpdesk.customer.profile.Told;
import helpdesk.customer.reward.RewardTold;
import helpdesk.platform.erasure.ErasedSubjects;
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
    private final ErasedSubjects erased;

    Timeline(
            Session session,
            CustomerRepository customers,
            TicketLinks links,
            PendingEntries pending,
            ErasedSubjects erased) {
        this.session = session;
        this.customers = customers;
        this.links = links;
        this.pending = pending;
        this.erased = erased;
    }

    /** Each timeline begins with the profile's making. */
    void begin(@Observes CustomerEvent.Created event) {
        add(OwnStory.created(event.profile().customerId(), event.profile().createdAt()));
    }

    /** What became of the profile afterwards. */
    void tell(@Observes ProfileTold told) {
        add(
                told.merged()
                        ? OwnStory.merged(told.eventId(), told.survivorId(), told.duplicateId(), told.at())
                        : OwnStory.unmerged(told.eventId(), told.survivorId(), told.duplicateId(), told.at()));
    }

    /** What else this service tells of customers. */
    void tell(@Observes Told told) {
        add(OwnStory.told(told));
    }

    /** What became of a customer's coupons. */
    void tell(@Observes RewardTold told) {
        add(OwnStory.reward(told));
    }

    /**
     * Adds what happened to the customer, or else to the customer the ticket is from. What happened to a ticket of which it is
     * not known yet whose it is waits until it is.
     */
    void add(Telling telling) {
        Optional<Owner> owner = ownerOf(telling);
        if (owner.isPresent()) {
            session.persist(new TimelineEntry(telling.happening().entryId(), owner.get(), telling.happening()));
        } else if (telling.ticketId() == null || telling.customerId() != null || erased.contains(telling.ticketId())) {
            LOG.debugf("A %s concerns nobody who is known", telling.happening().kind());
        } else {
            pending.keep(telling.ticketId(), telling.happening());
        }
    }

    /** Whose timeline it belongs to, as far as that is known. A customer who does not exist is passed over. */
    Optional<Owner> ownerOf(Telling telling) {
        return telling.customerId() != null || telling.ticketId() == null
                ? customers.owner(telling.customerId())
                : links.ownerOf(telling.ticketId());
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
}
