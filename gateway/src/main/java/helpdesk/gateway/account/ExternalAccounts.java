package helpdesk.gateway.account;

import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The accounts of people who sign in elsewhere. They are found by issuer and subject alone: an account is never taken over
 * because somebody has the same username or mail address at another issuer.
 */
@ApplicationScoped
public class ExternalAccounts {

    private static final String BY = "external-issuer";
    private static final String MARK = "he_";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_USERNAME = 64;
    private static final int SUFFIX = 7;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))";
    private static final String FIND = "select account_id from external_identity where issuer = ? and subject = ?";
    private static final String ADD =
            "insert into external_identity (issuer, subject, account_id, created_at) values (?, ?, ?, ?)";

    private final AccountRepository accounts;
    private final AccountService service;
    private final Passwords passwords;
    private final Validator validator;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Sql sql;
    private final Clock clock;

    ExternalAccounts(
            AccountRepository accounts,
            AccountService service,
            Passwords passwords,
            Validator validator,
            Outbox outbox,
            AuditLog audit,
            Sql sql,
            Clock clock) {
        this.accounts = accounts;
        this.service = service;
        this.passwords = passwords;
        this.validator = validator;
        this.outbox = outbox;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether the person has an account already. In the transaction at hand. */
    public boolean knows(String issuer, String subject) {
        return find(issuer, subject).isPresent();
    }

    /** A password that nobody knows, for an account that is about to be made. Slow, so not to be called in a transaction. */
    public String nobodysPassword() {
        return passwords.hash(OneTimeSecret.create(MARK).text());
    }

    /**
     * The person's account, as the issuer tells it now; made when there is none yet. In the transaction at hand.
     *
     * @param passwordHash for a new account
     * @throws Problem {@code last-administrator} when the issuer takes the role from the last one
     */
    public Account of(ExternalPerson person, String passwordHash) {
        sql.list(LOCK, row -> true, person.issuer(), person.subject());
        Optional<UUID> known = find(person.issuer(), person.subject());
        return known.isPresent() ? changed(accounts.findById(known.get()), person) : created(person, passwordHash);
    }

    private Account created(ExternalPerson person, String passwordHash) {
        Instant now = clock.instant();
        String username = freeUsername(person);
        AccountDetails details = AccountDetails.of(name(person, username), email(person), person.roles(), true);
        Account account = Account.create(username, details, passwordHash, now);
        accounts.persistAndFlush(account);
        sql.execute(ADD, person.issuer(), person.subject(), account.id(), now);
        outbox.append(account, account.created());
        audit.append(AuditAction.ACCOUNT_CREATED, Actor.system(BY), actor(account), detail(person));
        return account;
    }

    /** What the issuer tells is taken on; what it does not tell stays. Whether it is active is decided here alone. */
    private Account changed(Account account, ExternalPerson person) {
        String email = email(person) == null ? account.email() : email(person);
        AccountDetails details =
                AccountDetails.of(name(person, account.displayName()), email, person.roles(), account.active());
        if (account.active() && service.changeDetails(account, details, null)) {
            audit.append(AuditAction.ACCOUNT_CHANGED, Actor.system(BY), actor(account), detail(person));
        }
        return account;
    }

    private Optional<UUID> find(String issuer, String subject) {
        return sql.first(FIND, row -> row.getObject(1, UUID.class), issuer, subject);
    }

    /** The username there, if it can be one and is nobody's here; else with some characters behind it that nobody chose. */
    private String freeUsername(ExternalPerson person) {
        String wanted = person.username() == null ? "" : Usernames.normalize(person.username());
        boolean fits = !wanted.isEmpty() && fits("username", wanted);
        if (fits && accounts.named(wanted).isEmpty()) {
            return wanted;
        }
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, SUFFIX);
        String start = fits ? wanted : "user";
        return start.substring(0, Math.min(start.length(), LONGEST_USERNAME - SUFFIX - 1)) + "-" + random;
    }

    private static String name(ExternalPerson person, String otherwise) {
        // What cannot be seen does not belong into a name, and some of it cannot be stored.
        String name = person.name() == null
                ? ""
                : person.name().replaceAll("\\p{C}", " ").strip();
        return name.isEmpty() ? otherwise : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private String email(ExternalPerson person) {
        return person.email() != null && fits("email", person.email()) ? person.email() : null;
    }

    private boolean fits(String field, String value) {
        return validator.validateValue(CreateAccount.class, field, value).isEmpty();
    }

    private static String detail(ExternalPerson person) {
        return String.join(", ", person.roles()) + ", by " + person.issuer();
    }

    private static Actor actor(Account account) {
        return Actor.account(account.id().toString());
    }
}
