package helpdesk.customer.reward;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.profile.Owner;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be rewarded: written down with the event that tells it, and settled once it is known whose it was. */
@ApplicationScoped
class RewardClaims {

    private static final String INSERT = """
            insert into reward_claim (id, issue_on, cause, customer_id, ticket_id, survey_id, survey_series_id, ticket_type,
                event_id, correlation_id, traceparent, owner_id, owner_origin_id, customer_origin_id, due_at, claimed_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                coalesce(?, (select customer_id from ticket_customer where ticket_id = ?)), ?, ?, ?, ?
            where exists (select 1 from reward_program where active and issue_on = ?)
            on conflict (issue_on, cause) do update set ticket_type = excluded.ticket_type""";

    private static final String INSERT_MEMBERS = """
            insert into reward_claim (id, issue_on, cause, customer_id, segment_id, event_id, correlation_id, traceparent,
                owner_id, due_at, claimed_at)
            select member.id, 'SEGMENT_JOINED', member.cause, member.customer_id, ?, ?, ?, ?, member.customer_id, ?, ?
            from unnest(?, ?, ?) as member (id, cause, customer_id)
            where exists (select 1 from reward_program where active and segment_id = ?)
            on conflict (issue_on, cause) do nothing""";

    private static final String OWN_OF_TICKET =
            "update reward_claim set owner_id = ? where ticket_id = ? and owner_id is null";

    /** Of transactions that run at once neither sees the other's row: so those that are new are looked at afterwards. */
    private static final String OWN = """
            update reward_claim claim set owner_id = link.customer_id
            from ticket_customer link
            where link.ticket_id = claim.ticket_id and claim.owner_id is null and claim.claimed_at > ?""";

    private static final String DUE = """
            select id, issue_on, cause, owner_id, ticket_id, survey_id, survey_series_id, ticket_type, segment_id,
                event_id, correlation_id, traceparent
            from reward_claim
            where owner_id is not null and due_at <= ?
            order by due_at limit 1
            for update skip locked""";

    private static final String PUT_OFF = """
            update reward_claim set failures = failures + 1, due_at = ? + least(failures + 1, 60) * interval '1 minute'
            where id = ?""";

    /** Far longer than any transaction of a consumer lasts. */
    private static final Duration NEW = Duration.ofHours(1);

    private final CustomerRepository customers;
    private final Sql sql;
    private final Clock clock;

    RewardClaims(CustomerRepository customers, Sql sql, Clock clock) {
        this.customers = customers;
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes it down, unless nobody is rewarded for such things. */
    void add(
            IssueOn happening,
            UUID cause,
            UUID customer,
            UUID ticket,
            AskedSurvey survey,
            String type,
            IncomingEvent event) {
        if (cause == null || customer == null && ticket == null) {
            return;
        }
        Instant now = clock.instant();
        Optional<Owner> owner = customers.owner(customer);
        UUID known = owner.map(Owner::customerId).orElse(null);
        UUID origin = owner.map(Owner::originId).orElse(null);
        sql.execute(
                INSERT,
                Ids.next(),
                happening.name(),
                cause,
                known == null ? customer : known,
                ticket,
                survey.surveyId(),
                survey.seriesId(),
                type,
                event.id(),
                event.correlationId(),
                event.traceParent(),
                known,
                ticket,
                origin,
                origin,
                now,
                now,
                happening.name());
    }

    /** Writes down that they came to belong to a segment, unless nobody is rewarded for that; each once, for ever. */
    void addMembers(List<UUID> customers, UUID segment, Causation causation) {
        Instant now = clock.instant();
        sql.execute(
                INSERT_MEMBERS,
                segment,
                causation.causationId(),
                causation.correlationId(),
                causation.traceParent(),
                now,
                now,
                customers.stream().map(customer -> Ids.next()).toArray(UUID[]::new),
                customers.stream()
                        .map(customer -> UUID.nameUUIDFromBytes(
                                "%s %s".formatted(segment, customer).getBytes(StandardCharsets.UTF_8)))
                        .toArray(UUID[]::new),
                customers.toArray(UUID[]::new),
                segment);
    }

    /** It became known whose the ticket is. */
    void own(UUID ticket, UUID owner) {
        sql.execute(OWN_OF_TICKET, owner, ticket);
    }

    /** Finds out whose those are that were written down in the very moment in which that became known. */
    void findOwners() {
        sql.execute(OWN, clock.instant().minus(NEW));
    }

    /** The next that is due and of which it is known whose it is, held until the end of the transaction; or none. */
    List<RewardClaim> holdNext() {
        return sql.list(
                DUE,
                row -> new RewardClaim(
                        row.getObject(1, UUID.class),
                        IssueOn.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        new AskedSurvey(row.getObject(6, UUID.class), row.getObject(7, UUID.class)),
                        row.getString(8),
                        row.getObject(9, UUID.class),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12)),
                clock.instant());
    }

    /** It could not be settled; it comes back a minute later, or some more when that was so before. */
    void putOff(RewardClaim claim) {
        sql.execute(PUT_OFF, clock.instant(), claim.id());
    }

    void remove(RewardClaim claim) {
        sql.execute("delete from reward_claim where id = ?", claim.id());
    }

    /** Of which nobody learned in all that time whose they were. */
    void forget(Instant before) {
        sql.execute("delete from reward_claim where claimed_at < ? and owner_id is null", before);
    }
}
