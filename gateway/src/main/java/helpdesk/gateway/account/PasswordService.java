package helpdesk.gateway.account;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets people choose their passwords: who is signed in by the present one, who forgot it by a link. */
@ApplicationScoped
class PasswordService {

    private static final String MARK = "hp_";

    private final AccountService service;
    private final Passwords passwords;
    private final Sql sql;
    private final AuditLog audit;
    private final Retention retention;
    private final Event<PasswordChosen> chosen;
    private final Clock clock;
    private final Duration lifetime;
    private final String publicUrl;

    PasswordService(
            AccountService service,
            Passwords passwords,
            Sql sql,
            AuditLog audit,
            Retention retention,
            Event<PasswordChosen> chosen,
            Clock clock,
            @ConfigProperty(name = "helpdesk.password-reset.lifetime") Duration lifetime,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.service = service;
        this.passwords = passwords;
        this.sql = sql;
        this.audit = audit;
        this.retention = retention;
        this.chosen = chosen;
        this.clock = clock;
        this.lifetime = lifetime;
        this.publicUrl = publicUrl;
    }

    /**
     * Changes one's own password; all tokens and sessions of the account end.
     *
     * @throws Problem {@code wrong-password}
     */
    void change(UUID id, ChangePassword wish) {
        // The database connection is given back before the slow part.
        Account found = QuarkusTransaction.requiringNew().call(() -> service.find(id));
        if (!passwords.fits(wish.currentPassword(), Optional.of(found.passwordHash()))) {
            throw GatewayProblem.WRONG_PASSWORD.at("/currentPassword", "Write the password that you signed in with.");
        }
        String hash = passwords.hash(wish.newPassword());
        QuarkusTransaction.requiringNew().run(() -> service.changePassword(id, hash, AuditAction.PASSWORD_CHANGED));
    }

    /** Makes a link by which somebody chooses a new password. Former links of the account are good no longer. */
    @Transactional
    PasswordReset ask(UUID id) {
        Account account = service.find(id);
        OneTimeSecret secret = OneTimeSecret.create(MARK);
        Instant now = clock.instant();
        Instant end = now.plus(lifetime);
        sql.execute("delete from password_reset where account_id = ?", account.id());
        sql.execute(
                "insert into password_reset (hash, account_id, created_at, expires_at) values (?, ?, ?, ?)",
                secret.hash(),
                account.id(),
                now,
                end);
        audit.append(
                AuditAction.PASSWORD_RESET_ASKED, Actor.account(account.id().toString()), null);
        return new PasswordReset(publicUrl + PasswordResetPageResource.PATH + "/" + secret.text(), end);
    }

    /**
     * Takes the password that somebody chose by a link, which is good no longer then.
     *
     * @param address from which it is used
     * @throws Problem {@code not-found}, {@code link-expired}
     */
    void reset(String token, String password, String address) {
        byte[] hash = new OneTimeSecret(token).hash();
        QuarkusTransaction.requiringNew().run(() -> require(hash));
        String newHash = passwords.hash(password);
        String username = QuarkusTransaction.requiringNew().call(() -> {
            UUID account = require(hash);
            sql.execute("delete from password_reset where account_id = ?", account);
            return service.changePassword(account, newHash, AuditAction.PASSWORD_RESET)
                    .username();
        });
        chosen.fire(new PasswordChosen(username, address));
    }

    /** Sees that a link is good, without using it. */
    @Transactional
    void look(String token) {
        require(new OneTimeSecret(token).hash());
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        // Some days longer, so that whoever comes late learns that it was a link.
        retention.deleteOlder("password_reset", "expires_at", clock.instant().minus(Duration.ofDays(7)));
    }

    private UUID require(byte[] hash) {
        return sql.first(
                        "select account_id, expires_at > ? from password_reset where hash = ? for update",
                        row -> row.getBoolean(2) ? Optional.of(row.getObject(1, UUID.class)) : Optional.<UUID>empty(),
                        clock.instant(),
                        hash)
                .orElseThrow(() ->
                        PlatformProblem.NOT_FOUND.problem("This link is not known, or it was used. Ask for a new one."))
                .orElseThrow(() -> PlatformProblem.LINK_EXPIRED.problem("This link has expired. Ask for a new one."));
    }
}
