package helpdesk.gateway.signin;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.account.Account;
import helpdesk.gateway.account.AccountRepository;
import helpdesk.gateway.account.Passwords;
import helpdesk.gateway.account.Usernames;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.gateway.token.TokenIssuer;
import helpdesk.platform.identity.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Exchanges username and password, or a refresh token, for a token. */
@ApplicationScoped
class SignIn {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final AuditLog audit;

    SignIn(
            AccountRepository accounts,
            Passwords passwords,
            FailedSignIns failures,
            Sessions sessions,
            TokenIssuer tokens,
            AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * A token of the account.
     *
     * @param program as it names itself; may be null
     * @throws helpdesk.platform.problem.Problem {@code invalid-credentials}, the same for an unknown user, a wrong password
     *     and an account that is switched off; {@code too-many-attempts}
     */
    AccessToken signIn(Credentials credentials, String address, String program) {
        String username = Usernames.normalize(credentials.username());
        SignInAttempt attempt = failures.begin(username, address);
        // The database connection is given back before the slow part.
        Optional<Account> account = QuarkusTransaction.requiringNew().call(() -> accounts.named(username));
        boolean right = passwords.fits(credentials.password(), account.map(Account::passwordHash));
        if (!right || !account.get().active()) {
            // Nothing that was typed is written down: people type passwords where names belong.
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.append(
                            AuditAction.SIGN_IN_FAILED,
                            Actor.system("gateway"),
                            account.map(SignIn::actor).orElse(null),
                            null));
            throw GatewayProblem.INVALID_CREDENTIALS.problem(
                    "Check username and password. If they are right, an administrator may have switched the account off.");
        }
        String refreshToken = QuarkusTransaction.requiringNew().call(() -> {
            failures.succeeded(attempt);
            String refresh = credentials.isToStay()
                    ? sessions.begin(account.get(), address, program).text()
                    : null;
            audit.append(AuditAction.SIGNED_IN, actor(account.get()), actor(account.get()), null);
            return refresh;
        });
        return token(account.get(), refreshToken);
    }

    /**
     * The next token of a session.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-refresh-token}
     */
    AccessToken refresh(String refreshToken) {
        Sessions.Refreshed refreshed = sessions.refresh(refreshToken);
        return token(refreshed.account(), refreshed.token().text());
    }

    private AccessToken token(Account account, String refreshToken) {
        return new AccessToken(
                tokens.forAccount(account), "Bearer", tokens.lifetime().toSeconds(), refreshToken);
    }

    private static Actor actor(Account account) {
        return Actor.account(account.id().toString());
    }
}
