package helpdesk.gateway.account;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and changes accounts. */
@ApplicationScoped
class AccountService {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Patcher patcher;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            Passwords passwords,
            Outbox outbox,
            AuditLog audit,
            Patcher patcher,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outbox = outbox;
        this.audit = audit;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    Account create(CreateAccount request) {
        String username = Usernames.normalize(request.username());
        if (accounts.named(username).isPresent()) {
            throw taken(username);
        }
        AccountDetails details = AccountDetails.of(request.displayName(), request.email(), request.roles(), true);
        Account account = Account.create(username, details, passwords.hash(request.password()), clock.instant());
        try {
            accounts.persistAndFlush(account);
        } catch (ConstraintViolationException somebodyWasFaster) {
            throw taken(username);
        }
        outbox.append(account, account.created());
        audit.append(AuditAction.ACCOUNT_CREATED, actor(account), state(account));
        return account;
    }

    @Transactional
    Account change(UUID id, IfMatch ifMatch, MergePatch patch) {
        Account account = find(id);
        ifMatch.require(account.version());
        AccountChange change = patcher.apply(patch, AccountChange.of(account));
        String newHash = change.password() == null ? null : passwords.hash(change.password());
        if (changeDetails(account, change.details(), newHash)) {
            String password = newHash == null ? "" : ", another password";
            audit.append(AuditAction.ACCOUNT_CHANGED, actor(account), state(account) + password);
        }
        return account;
    }

    /**
     * Gives an account other details, and tells it. To be called in a transaction.
     *
     * @param newHash of another password; null leaves it as it is
     * @return whether anything changed
     * @throws Problem {@code last-administrator}
     */
    boolean changeDetails(Account account, AccountDetails details, String newHash) {
        boolean administered = account.administers();
        Optional<AccountEvent> event = account.change(details, newHash, clock.instant());
        if (administered && !account.administers()) {
            requireOtherAdministrator(account);
        }
        event.ifPresent(happened -> outbox.append(account, happened));
        return event.isPresent();
    }

    /**
     * Gives an account another password, which ends all its tokens. To be called in a transaction.
     *
     * @param hash of the password
     * @param action by which way it came to that
     */
    Account changePassword(UUID id, String hash, AuditAction action) {
        Account account = find(id);
        outbox.append(account, account.changePassword(hash, clock.instant()));
        audit.append(action, actor(account), actor(account), null);
        return account;
    }

    Account find(UUID id) {
        return accounts.findByIdOptional(id)
                .orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("There is no account with this id."));
    }

    private void requireOtherAdministrator(Account account) {
        accounts.lockAdministrators();
        if (!accounts.hasOtherAdministrator(account.id())) {
            throw GatewayProblem.LAST_ADMINISTRATOR.problem(
                    "Give another active account the role admin first; otherwise nobody could manage accounts.");
        }
    }

    private static Actor actor(Account account) {
        return Actor.account(account.id().toString());
    }

    private static String state(Account account) {
        return String.join(", ", account.roles()) + (account.active() ? "" : ", switched off");
    }

    private static Problem taken(String username) {
        return GatewayProblem.USERNAME_TAKEN.at("/username", "Choose another username; %s is taken.", username);
    }
}
