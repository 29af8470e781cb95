package helpdesk.gateway.account;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.persistence.Ids;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person who works here and can sign in. */
@Entity
public class Account extends Aggregate {

    private String username;
    private String displayName;
    private String email;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    private boolean active;
    private String passwordHash;
    private Instant tokensSince;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Account() {}

    private Account(String username, AccountDetails details, String passwordHash, Instant now) {
        super(Ids.next());
        this.username = username;
        this.displayName = details.displayName();
        this.email = details.email();
        this.roles = details.roles();
        this.active = true;
        this.passwordHash = passwordHash;
        this.tokensSince = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A new, active account. */
    static Account create(String username, AccountDetails details, String passwordHash, Instant now) {
        return new Account(username, details, passwordHash, now);
    }

    AccountEvent created() {
        return new AccountEvent.Created(facts());
    }

    /**
     * Takes the details on. Tokens that say something else than the account now does, or were got by an old password, end.
     *
     * @param newPasswordHash null leaves the password as it is
     * @return what happened; empty when nothing changed
     */
    Optional<AccountEvent> change(AccountDetails details, String newPasswordHash, Instant now) {
        boolean deactivated = active && !details.active();
        boolean sameIdentity = active == details.active() && roles.equals(details.roles()) && newPasswordHash == null;
        if (sameIdentity && displayName.equals(details.displayName()) && Objects.equals(email, details.email())) {
            return Optional.empty();
        }
        displayName = details.displayName();
        email = details.email();
        roles = details.roles();
        active = details.active();
        passwordHash = newPasswordHash == null ? passwordHash : newPasswordHash;
        tokensSince = sameIdentity ? tokensSince : now;
        updatedAt = now;
        return Optional.of(
                deactivated ? new AccountEvent.Deactivated(facts(), now) : new AccountEvent.Changed(facts(), now));
    }

    /** Whether the account is one that can manage accounts. */
    boolean administers() {
        return active && roles.contains(Roles.ADMIN);
    }

    private AccountFacts facts() {
        return new AccountFacts(id(), username, displayName, email, roles, active, createdAt);
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    /** May be null. */
    public String email() {
        return email;
    }

    /** Sorted, at least one. */
    public List<String> roles() {
        return roles;
    }

    public boolean active() {
        return active;
    }

    /** In PHC string format. */
    public String passwordHash() {
        return passwordHash;
    }

    /** Tokens that were issued before are not accepted any more. */
    public Instant tokensSince() {
        return tokensSince;
    }

    /**
     * Takes another password on. All tokens end.
     *
     * @param newHash in PHC string format
     */
    AccountEvent changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        tokensSince = now;
        updatedAt = now;
        return new AccountEvent.Changed(facts(), now);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
