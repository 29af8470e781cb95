package helpdesk.customer.profile;

import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes down what customers want to be told. The last word counts; every word is kept. */
@ApplicationScoped
@Transactional
class ConsentService {

    private static final String INSERT = """
            insert into consent_change (id, customer_id, at, purpose, channel, granted, how, proof, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final CustomerRepository customers;
    private final Outbox outbox;
    private final Sql sql;
    private final Cursors cursors;
    private final Causation causation;
    private final Clock clock;

    ConsentService(
            CustomerRepository customers, Outbox outbox, Sql sql, Cursors cursors, Causation causation, Clock clock) {
        this.customers = customers;
        this.outbox = outbox;
        this.sql = sql;
        this.cursors = cursors;
        this.causation = causation;
        this.clock = clock;
    }

    List<ConsentView> list(UUID id) {
        return ConsentView.of(customers.require(id));
    }

    /** Takes it down. */
    List<ConsentView> say(UUID id, ConsentBody body) {
        Customer customer = customers.hold(id);
        Instant now = clock.instant();
        Consent said = new Consent(body.purpose(), body.channel(), body.granted(), now);
        outbox.append(customer, customer.consent(said, now));
        sql.execute(
                INSERT,
                Ids.next(),
                id,
                now,
                body.purpose().name(),
                body.channel() == null ? null : body.channel().name(),
                body.granted(),
                body.how(),
                body.proof(),
                causation.actor().toString());
        return ConsentView.of(customer).stream()
                .filter(view -> said.covers(view.purpose(), view.channel()))
                .toList();
    }

    Page<ConsentChangeView> changes(UUID id, PageRequest page) {
        customers.require(id);
        String list = "consent-changes " + id;
        List<String> after = cursors.open(page.after(), list);
        UUID olderThan = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        List<ConsentChangeView> found =
                sql.search("""
                select id, at, purpose, channel, granted, how, proof, actor from consent_change
                where customer_id = ? and (cast(? as uuid) is null or id < ?) order by id desc limit ?""", ConsentChangeView::read, id, olderThan, olderThan, page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                view -> view,
                last -> cursors.seal(List.of(last.id().toString()), list));
    }
}
