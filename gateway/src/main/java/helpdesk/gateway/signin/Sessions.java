package helpdesk.gateway.signin;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.account.Account;
import helpdesk.gateway.account.AccountRepository;
import helpdesk.gateway.account.OneTimeSecret;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sessions, which let somebody stay signed in by refresh tokens. Each token is good once and brings the next one (RFC 9700,
 * section 4.14). When one comes a second time, somebody else may have it: the session ends.
 */
@ApplicationScoped
class Sessions {

    private static final String MARK = "hr_";

    /** Two windows of a browser refresh at the same moment, and answers get lost: so long a used token is good again. */
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private static final int LONGEST_PROGRAM = 200;
    private static final int MOST_SHOWN = 100;

    private static final String BEGIN = """
            insert into session (id, account_id, created_at, used_at, expires_at, address, program)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String ISSUE = "insert into refresh_token (hash, session_id, issued_at) values (?, ?, ?)";

    private static final String HOLD = """
            select s.id, s.account_id, s.created_at, s.used_at, s.expires_at, s.ended_at, t.used_at as token_used_at
            from refresh_token t join session s on s.id = t.session_id
            where t.hash = ?
            for update of s, t""";

    private static final String LIST = """
            select id, created_at, used_at, expires_at, address, program from session
            where account_id = ? and ended_at is null and expires_at > ? and used_at > ?
            order by id desc limit ?""";

    private final Sql sql;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Retention retention;
    private final Clock clock;
    private final Duration lifetime;
    private final Duration idle;

    Sessions(
            Sql sql,
            AccountRepository accounts,
            AuditLog audit,
            Retention retention,
            Clock clock,
            @ConfigProperty(name = "helpdesk.session.lifetime") Duration lifetime,
            @ConfigProperty(name = "helpdesk.session.idle") Duration idle) {
        this.sql = sql;
        this.accounts = accounts;
        this.audit = audit;
        this.retention = retention;
        this.clock = clock;
        this.lifetime = lifetime;
        this.idle = idle;
    }

    /**
     * Begins one, in the transaction at hand.
     *
     * @param program as it names itself; may be null
     * @return the first refresh token
     */
    OneTimeSecret begin(Account account, String address, String program) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        String named = program == null || program.isBlank()
                ? null
                : program.substring(0, Math.min(LONGEST_PROGRAM, program.length()));
        sql.execute(BEGIN, id, account.id(), now, now, now.plus(lifetime), address, named);
        return issue(id, now);
    }

    /**
     * Uses a refresh token.
     *
     * @throws Problem {@code invalid-refresh-token} when it is none, or its session is over
     */
    Refreshed refresh(String token) {
        // What a second use leads to is written down although the answer is a problem.
        return QuarkusTransaction.requiringNew()
                .call(() -> tryRefresh(new OneTimeSecret(token)))
                .orElseThrow(() -> GatewayProblem.INVALID_REFRESH_TOKEN.problem("Sign in again."));
    }

    /** Ends the session of a refresh token, if it is one. */
    @Transactional
    void signOut(String token) {
        find(new OneTimeSecret(token)).filter(held -> held.endedAt() == null).ifPresent(held -> {
            end(held.session(), "SIGN_OUT");
            Actor account = Actor.account(held.account().toString());
            audit.append(AuditAction.SIGNED_OUT, account, account, null);
        });
    }

    /** The sessions of an account that go on, the newest first, at most 100. */
    @Transactional
    List<Session> of(UUID account) {
        Instant now = clock.instant();
        return sql.list(LIST, Session::read, account, now, now.minus(idle), MOST_SHOWN);
    }

    /**
     * Ends one session of an account.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    void end(UUID account, UUID session) {
        int ended = sql.execute(
                "update session set ended_at = ?, ended_by = 'SIGN_OUT' where id = ? and account_id = ? and ended_at is null",
                clock.instant(),
                session,
                account);
        if (ended == 0) {
            throw PlatformProblem.NOT_FOUND.problem("You have no session with this id.");
        }
        audit.append(AuditAction.SIGNED_OUT, Actor.account(account.toString()), null);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder("session", "expires_at", clock.instant());
    }

    private Optional<Refreshed> tryRefresh(OneTimeSecret token) {
        Instant now = clock.instant();
        Held held = find(token).orElse(null);
        if (held == null || held.endedAt() != null || !now.isBefore(held.expiresAt()) || held.isIdle(now.minus(idle))) {
            return Optional.empty();
        }
        Account account = accounts.findById(held.account());
        if (!account.active() || account.tokensSince().isAfter(held.createdAt())) {
            end(held.session(), "ACCOUNT");
            return Optional.empty();
        }
        if (held.tokenUsedAt() != null && held.tokenUsedAt().plus(LEEWAY).isBefore(now)) {
            end(held.session(), "REUSE");
            Actor owner = Actor.account(account.id().toString());
            audit.append(AuditAction.REFRESH_TOKEN_REUSED, Actor.system("gateway"), owner, null);
            return Optional.empty();
        }
        sql.execute("update refresh_token set used_at = coalesce(used_at, ?) where hash = ?", now, token.hash());
        sql.execute("update session set used_at = ? where id = ?", now, held.session());
        return Optional.of(new Refreshed(account, issue(held.session(), now)));
    }

    private OneTimeSecret issue(UUID session, Instant now) {
        OneTimeSecret token = OneTimeSecret.create(MARK);
        sql.execute(ISSUE, token.hash(), session, now);
        return token;
    }

    private Optional<Held> find(OneTimeSecret token) {
        return sql.first(HOLD, Held::read, (Object) token.hash());
    }

    private void end(UUID session, String reason) {
        sql.execute("update session set ended_at = ?, ended_by = ? where id = ?", clock.instant(), reason, session);
    }

    /** Whose token was refreshed, and the next one. */
    record Refreshed(Account account, OneTimeSecret token) {}

    /** A session that nobody else changes now, and one of its tokens. */
    private record Held(
            UUID session,
            UUID account,
            Instant createdAt,
            Instant usedAt,
            Instant expiresAt,
            Instant endedAt,
            Instant tokenUsedAt) {

        static Held read(ResultSet row) throws SQLException {
            return new Held(
                    row.getObject("id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    time(row, "created_at"),
                    time(row, "used_at"),
                    time(row, "expires_at"),
                    time(row, "ended_at"),
                    time(row, "token_used_at"));
        }

        boolean isIdle(Instant since) {
            return usedAt.isBefore(since);
        }

        private static Instant time(ResultSet row, String column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }
}
