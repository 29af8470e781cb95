package helpdesk.customer.visit;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Owner;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps visits, as they are written down and as other systems tell of them (practice 3). */
@ApplicationScoped
@Transactional
public class Visits {

    private static final String INSERT = """
            insert into visit (id, customer_id, origin_id, at, what, event_source, event_id, created_by)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_source, event_id) do nothing""";

    private static final String NEWEST = """
            select id, at, what, created_by from visit
            where customer_id = ? and (at, id) < (cast(? as timestamptz), cast(? as uuid))
            order by at desc, id desc limit ?""";

    /** The clocks of tills are not ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final Instant FAR_AWAY = Instant.parse("9999-01-01T00:00:00Z");

    private final CustomerRepository customers;
    private final Session session;
    private final Sql sql;
    private final Causation causation;
    private final Cursors cursors;
    private final Clock clock;

    Visits(CustomerRepository customers, Session session, Sql sql, Causation causation, Cursors cursors, Clock clock) {
        this.customers = customers;
        this.session = session;
        this.sql = sql;
        this.causation = causation;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Writes one down. */
    VisitView create(UUID customer, NewVisit body) {
        customers.require(customer);
        if (body.at() != null && body.at().isAfter(clock.instant().plus(CLOCKS_APART))) {
            throw PlatformProblem.INVALID_REQUEST.at("/at", "A visit that is still to come is an appointment.");
        }
        Visit visit = new Visit(
                Ids.next(),
                body.at() == null ? clock.instant() : body.at(),
                body.what() == null ? null : body.what().strip(),
                causation.actor().toString());
        sql.execute(INSERT, visit.id(), customer, null, visit.at(), visit.what(), null, null, visit.createdBy());
        return VisitView.of(visit);
    }

    /** Another system tells of one, in the transaction at hand. Told again, it is the same. */
    public void follow(Owner owner, Instant at, String what, String eventSource, String eventId) {
        // The customer may be new, and is referred to.
        session.flush();
        sql.execute(
                INSERT,
                Ids.next(),
                owner.customerId(),
                owner.originId(),
                at,
                what,
                eventSource,
                eventId,
                causation.actor().toString());
    }

    /** A customer's, the newest first. */
    Page<VisitView> of(UUID customer, PageRequest page) {
        customers.require(customer);
        String list = "visits " + customer;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                sql.list(
                        NEWEST,
                        row -> new Visit(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4)),
                        customer,
                        after.isEmpty() ? FAR_AWAY : Instant.parse(after.getFirst()),
                        after.isEmpty() ? new UUID(-1, -1) : UUID.fromString(after.getLast()),
                        page.limitPlusOne()),
                page.limit(),
                VisitView::of,
                last -> cursors.seal(List.of(last.at().toString(), last.id().toString()), list));
    }
}
