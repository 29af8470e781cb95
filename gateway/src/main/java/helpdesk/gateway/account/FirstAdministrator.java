package helpdesk.gateway.account;

import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the account "admin" at the first start, so that somebody can make the others. */
@ApplicationScoped
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Optional<String> password;

    FirstAdministrator(
            AccountRepository accounts,
            Passwords passwords,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            @ConfigProperty(name = "helpdesk.admin-password") Optional<String> password) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.password = password;
    }

    @ActivateRequestContext
    void start(@Observes StartupEvent event) {
        QuarkusTransaction.requiringNew().run(this::createWhenThereIsNoAccount);
    }

    private void createWhenThereIsNoAccount() {
        // Replicas start at the same time; the lock lets one of them be first.
        accounts.lockAdministrators();
        if (accounts.count() > 0) {
            return;
        }
        if (password.isEmpty()) {
            LOG.warn("There is no account yet, so nobody can sign in. Set HELPDESK_ADMIN_PASSWORD (8 to 200 characters)"
                    + " and start the gateway again; it then makes the account \"admin\" with it.");
            return;
        }
        if (password.get().length() < SHORTEST_PASSWORD || password.get().length() > LONGEST_PASSWORD) {
            LOG.warn("The account \"admin\" was not made: HELPDESK_ADMIN_PASSWORD must have 8 to 200 characters."
                    + " Set another one and start the gateway again.");
            return;
        }
        AccountDetails details = AccountDetails.of("Administrator", null, List.of(Roles.ADMIN), true);
        Account admin = Account.create("admin", details, passwords.hash(password.get()), clock.instant());
        accounts.persist(admin);
        outbox.append(admin, admin.created());
        audit.append(
                AuditAction.ACCOUNT_CREATED,
                Actor.system("gateway"),
                Actor.account(admin.id().toString()),
                Roles.ADMIN);
        LOG.info("The account \"admin\" was made with the password from HELPDESK_ADMIN_PASSWORD");
    }
}
