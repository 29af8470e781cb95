package helpdesk.gateway.token;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.account.Account;
import helpdesk.gateway.account.AccountRepository;
import helpdesk.gateway.account.Passwords;
import helpdesk.gateway.account.Usernames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Exchanges username and password for a token. */
@ApplicationScoped
class SignIn {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private final TokenIssuer tokens;

    SignIn(AccountRepository accounts, Passwords passwords, FailedSignIns failures, TokenIssuer tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.tokens = tokens;
    }

    /**
     * A token of the account.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-credentials}, the same for an unknown user, a wrong password
     *     and an account that is switched off; {@code too-many-attempts}
     */
    AccessToken signIn(Credentials credentials, String address) {
        String username = Usernames.normalize(credentials.username());
        failures.begin(username, address);
        // The database connection is given back before the slow part.
        Optional<Account> account = QuarkusTransaction.requiringNew().call(() -> accounts.named(username));
        boolean right = passwords.fits(credentials.password(), account.map(Account::passwordHash));
        if (!right || !account.get().active()) {
            throw GatewayProblem.INVALID_CREDENTIALS.problem(
                    "Check username and password. If they are right, an administrator may have switched the account off.");
        }
        failures.succeeded(username, address);
        return new AccessToken(
                tokens.forAccount(account.get()), "Bearer", tokens.lifetime().toSeconds());
    }
}
