package helpdesk.notification.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhooks. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    /** Those after one of them, the oldest first. Ids sort by time. */
    List<Webhook> list(UUID after, int limit) {
        return (after == null ? findAll(Sort.ascending("id")) : find("id > ?1", Sort.ascending("id"), after))
                .page(0, limit)
                .list();
    }

    /** The webhook, held until the end of the transaction. */
    Optional<Webhook> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
