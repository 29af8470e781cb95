package helpdesk.ticket.agent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Where agents are kept. */
@ApplicationScoped
public class AgentRepository implements PanacheRepositoryBase<Agent, UUID> {

    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** The agent who may be given work, by account id. */
    public Optional<Agent> findActive(UUID id) {
        return findByIdOptional(id).filter(Agent::isActive);
    }

    /**
     * The same; one that is not known yet is waited for, at most a second: somebody who has just created an account and
     * assigns a ticket to it is faster than the event between the services.
     */
    public Optional<Agent> awaitActive(UUID id) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<Agent> agent = findByIdOptional(id);
            if (agent.isPresent()) {
                return agent.filter(Agent::isActive);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return findActive(id);
    }

    List<Agent> listByName(String afterName, UUID afterId, int limit) {
        return afterName == null
                ? find("order by name, id").page(Page.ofSize(limit)).list()
                : find("name > ?1 or (name = ?1 and id > ?2) order by name, id", afterName, afterId)
                        .page(Page.ofSize(limit))
                        .list();
    }
}
