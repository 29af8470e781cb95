package helpdesk.gateway.account;

import helpdesk.gateway.GatewayProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and changes accounts. */
@ApplicationScoped
class AccountService {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Outbox outbox;
    private final Patcher patcher;
    private final Clock clock;

    AccountService(AccountRepository accounts, Passwords passwords, Outbox outbox, Patcher patcher, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outbox = outbox;
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
        return account;
    }

    @Transactional
    Account change(UUID id, IfMatch ifMatch, MergePatch patch) {
        Account account = find(id);
        ifMatch.require(account.version());
        AccountChange change = patcher.apply(patch, AccountChange.of(account));
        boolean administered = account.administers();
        String newHash = change.password() == null ? null : passwords.hash(change.password());
        account.change(change.details(), newHash, clock.instant()).ifPresent(event -> {
            if (administered && !account.administers()) {
                requireOtherAdministrator(account);
            }
            outbox.append(account, event);
        });
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

    private static Problem taken(String username) {
        return GatewayProblem.USERNAME_TAKEN.at("/username", "Choose another username; %s is taken.", username);
    }
}
