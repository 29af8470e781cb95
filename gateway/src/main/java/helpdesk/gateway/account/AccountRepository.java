package helpdesk.gateway.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accounts. */
@ApplicationScoped
public class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    /** Any constant does: advisory locks are per database, and this one is the gateway's own. */
    private static final long ADMINISTRATORS = 0x6865_6c70_6164_6dL;

    /** The account with this username, in whatever case it is written. */
    public Optional<Account> named(String username) {
        return find("username", Usernames.normalize(username)).firstResultOptional();
    }

    List<Account> after(String username, int limit) {
        return find("username > ?1", Sort.by("username"), username)
                .range(0, limit - 1)
                .list();
    }

    /** Lets nobody else change who administers, until the end of the transaction. */
    void lockAdministrators() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(" + ADMINISTRATORS + ")")
                .getSingleResult();
    }

    boolean hasOtherAdministrator(UUID than) {
        return !getEntityManager()
                .createNativeQuery(
                        "select 1 from account where active and 'admin' = any(roles) and id <> :id limit 1",
                        Integer.class)
                .setParameter("id", than)
                .getResultList()
                .isEmpty();
    }
}
