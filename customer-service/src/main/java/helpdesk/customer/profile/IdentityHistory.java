package helpdesk.customer.profile;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of the identities of customers after their profiles were made. */
@ApplicationScoped
public class IdentityHistory {

    private static final String INSERT = """
            insert into identity_change
                (id, customer_id, at, what, kind, network, value, other_id, actor, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;
    private final Causation causation;
    private final Cursors cursors;

    IdentityHistory(Sql sql, Causation causation, Cursors cursors) {
        this.sql = sql;
        this.causation = causation;
        this.cursors = cursors;
    }

    /** Writes down what a customer has now and had not before, and the other way round. */
    public void write(Customer customer, List<Identity> former, Instant now) {
        List<Identity> present = customer.identities();
        former.stream()
                .filter(one -> present.stream().noneMatch(one::isSameAs))
                .forEach(lost -> write(customer.id(), IdentityChange.REMOVED, lost, null, null, now));
        present.stream()
                .filter(one -> former.stream().noneMatch(one::isSameAs))
                .forEach(gained -> write(customer.id(), IdentityChange.ADDED, gained, null, null, now));
    }

    void verified(Customer customer, Identity identity, String reason, Instant now) {
        write(customer.id(), IdentityChange.VERIFIED, identity, null, reason, now);
    }

    /** The identity is another's now. */
    public void moved(Customer from, Customer to, Identity identity, String reason, Instant now) {
        write(from.id(), IdentityChange.MOVED_AWAY, identity, to.id(), reason, now);
        write(to.id(), IdentityChange.MOVED_HERE, identity, from.id(), reason, now);
    }

    /** What became of a customer's identities, the newest first. */
    Page<IdentityChangeView> page(UUID customer, PageRequest page) {
        String list = "identity-changes " + customer;
        List<String> after = cursors.open(page.after(), list);
        UUID olderThan = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        List<IdentityChangeView> found =
                sql.search("""
                select id, at, what, kind, network, value, other_id, actor, reason from identity_change
                where customer_id = ? and (cast(? as uuid) is null or id < ?) order by id desc limit ?""", IdentityChangeView::read, customer, olderThan, olderThan, page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                view -> view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    private void write(UUID customer, IdentityChange what, Identity identity, UUID other, String reason, Instant now) {
        sql.execute(
                INSERT,
                Ids.next(),
                customer,
                now,
                what.name(),
                identity.kind().stored(),
                identity.network(),
                identity.written(),
                other,
                causation.actor().toString(),
                reason);
    }
}
