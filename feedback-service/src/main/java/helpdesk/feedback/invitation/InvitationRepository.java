package helpdesk.feedback.invitation;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.platform.succession.Successions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Where invitations are kept. */
@ApplicationScoped
public class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    private static final String CLAIM_DUE = """
            select * from invitation where state = 'SCHEDULED' and due_at <= :now
            order by due_at limit :limit for update skip locked""";

    private static final String CLAIM_TO_REMIND = """
            select * from invitation where state = 'SENT' and remind_at <= :now
            order by remind_at limit :limit for update skip locked""";

    private static final String CLAIM_OVERDUE = """
            select * from invitation where state = 'SENT' and expires_at <= :now
            order by expires_at limit :limit for update skip locked""";

    /** In the order of the keys, so that two that lock several never wait for each other in a circle. */
    private static final String LOCK_CUSTOMERS = """
            select cast(pg_advisory_xact_lock(hashtextextended('asked ' || key, 0)) as text)
            from unnest(cast(:keys as text[])) as key""";

    private static final String ASKED_SINCE = """
            select customer_id, contact_email, sent_at from invitation
            where sent_at > :since and customer_id = any(cast(:customers as uuid[]))
                and drop_reason is distinct from 'REOPENED'
            union all
            select customer_id, contact_email, sent_at from invitation
            where sent_at > :since and contact_email = any(cast(:emails as text[]))
                and drop_reason is distinct from 'REOPENED'""";

    private static final String REMEMBER_REOPENING = """
            insert into reopened_ticket (ticket_id, reopen_count) values (:ticket, :count)
            on conflict (ticket_id) do update
            set reopen_count = greatest(reopened_ticket.reopen_count, excluded.reopen_count)""";

    private static final String IS_KNOWN = """
            select exists (select 1 from invitation where ticket_id = :ticket and reopen_count = :count)
                or exists (select 1 from reopened_ticket where ticket_id = :ticket and reopen_count > :count)""";

    private final Successions successions;

    InvitationRepository(Successions successions) {
        this.successions = successions;
    }

    /** The invitation, held until the end of the transaction: of two who answer at once, the second waits. */
    public Optional<Invitation> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The invitation.
     *
     * @throws helpdesk.platform.problem.Problem {@code invitation-not-found}
     */
    public Invitation require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /** That there is none. */
    public RuntimeException unknown(UUID id) {
        return FeedbackProblem.INVITATION_NOT_FOUND.problem(
                "There is no invitation %s. See GET /api/v1/invitations.", id);
    }

    /** Whether there is an invitation for this solution, or the ticket was reopened after it. */
    boolean isAskedOrReopened(UUID ticket, int reopenCount) {
        return (boolean) getEntityManager()
                .createNativeQuery(IS_KNOWN)
                .setParameter("ticket", ticket)
                .setParameter("count", reopenCount)
                .getSingleResult();
    }

    /** Whether the campaign has asked about it. */
    boolean isAsked(Occasion occasion) {
        return find(occasion).isPresent();
    }

    /** What a campaign has asked about something other than a solution. */
    Optional<Invitation> find(Occasion occasion) {
        return find(
                        "occasion.campaignId = ?1 and occasion.id = ?2 and occasion.kind = ?3",
                        occasion.campaignId(),
                        occasion.id(),
                        occasion.kind())
                .firstResultOptional();
    }

    void rememberReopening(UUID ticket, int reopenCount) {
        getEntityManager()
                .createNativeQuery(REMEMBER_REOPENING)
                .setParameter("ticket", ticket)
                .setParameter("count", reopenCount)
                .executeUpdate();
    }

    /** Those about earlier solutions of the ticket that wait to be sent or answered. */
    List<Invitation> lockOpenBefore(UUID ticket, int reopenCount) {
        return find(
                        "solution.ticketId = ?1 and solution.reopenCount < ?2 and state in (?3, ?4)",
                        ticket,
                        reopenCount,
                        InvitationState.SCHEDULED,
                        InvitationState.SENT)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Invitation> lockUnidentified(UUID ticket) {
        return find("solution.ticketId = ?1 and invitee.customerId is null", ticket)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those whose time to be sent has come and that nobody else is sending. */
    List<Invitation> claimDue(Instant now, int limit) {
        return claim(CLAIM_DUE, now, limit);
    }

    /** Those who have not answered and are to be asked once more. */
    List<Invitation> claimToRemind(Instant now, int limit) {
        return claim(CLAIM_TO_REMIND, now, limit);
    }

    /** Those whose link has expired without an answer. */
    List<Invitation> claimOverdue(Instant now, int limit) {
        return claim(CLAIM_OVERDUE, now, limit);
    }

    private List<Invitation> claim(String query, Instant now, int limit) {
        List<?> found = getEntityManager()
                .createNativeQuery(query, Invitation.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream().map(Invitation.class::cast).toList();
    }

    /**
     * When those of the invited who were asked since then were asked last. Until the end of the transaction nobody else finds that out for the same
     * customers, so two who send at once never both find that a customer was left in peace.
     */
    RecentlyAsked recentlyAsked(List<Invitation> invitations, Instant since) {
        String[] customers = invitations.stream()
                .map(Invitation::customerId)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .toArray(String[]::new);
        String[] emails = invitations.stream()
                .map(Invitation::contactEmail)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        lockCustomers(customers, emails);
        RecentlyAsked asked = new RecentlyAsked();
        List<?> rows = getEntityManager()
                .createNativeQuery(ASKED_SINCE)
                .setParameter("since", since)
                .setParameter("customers", customers)
                .setParameter("emails", emails)
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            asked.add((UUID) columns[0], (String) columns[1], (Instant) columns[2]);
        }
        return asked;
    }

    private void lockCustomers(String[] customers, String[] emails) {
        TreeSet<String> keys = new TreeSet<>(List.of(customers));
        keys.addAll(List.of(emails));
        getEntityManager()
                .createNativeQuery(LOCK_CUSTOMERS)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList();
    }

    /** The newest first, each with its survey. Whoever goes on as another has what the other has. */
    @Transactional
    List<Invitation> page(InvitationFilter filter, UUID after, int limit) {
        UUID customer = filter.customerId() == null ? null : successions.current(filter.customerId());
        StringBuilder query = new StringBuilder("from Invitation i join fetch i.survey where true");
        Map<String, Object> parameters = new HashMap<>();
        narrow(query, parameters, " and i.solution.ticketId = :ticket", "ticket", filter.ticketId());
        narrow(query, parameters, " and i.state = :state", "state", filter.state());
        narrow(query, parameters, " and i.invitee.customerId = :customer", "customer", customer);
        narrow(query, parameters, " and i.occasion.campaignId = :campaign", "campaign", filter.campaignId());
        narrow(query, parameters, " and i.id < :after", "after", after);
        return find(query.append(" order by i.id desc").toString(), parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    private static void narrow(
            StringBuilder query, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            query.append(condition);
            parameters.put(name, value);
        }
    }
}
