package helpdesk.ticket.agent;

import helpdesk.platform.inbox.Arrival;
import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where agents are kept. */
@ApplicationScoped
public class AgentRepository implements PanacheRepositoryBase<Agent, UUID> {

    private final Sql sql;

    AgentRepository(Sql sql) {
        this.sql = sql;
    }

    /** The agent who may be given work, by account id. */
    public Optional<Agent> findActive(UUID id) {
        return findByIdOptional(id).filter(Agent::isActive);
    }

    /**
     * The same; one that is not known yet is waited for, at most a second: somebody who has just created an account and
     * assigns a ticket to it is faster than the event between the services.
     */
    public Optional<Agent> awaitActive(UUID id) {
        return Arrival.await(() -> findByIdOptional(id)).filter(Agent::isActive);
    }

    /** Those who can take work right now. */
    public List<Agent> listOnline() {
        return list("active = true and presence = ONLINE order by id");
    }

    /** Those of the agents who are there, and stay so until the end of the transaction. */
    public List<Agent> holdOnline(Collection<UUID> ids) {
        return find("id in ?1 and active = true and presence = ONLINE order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** The active ones among these. */
    public List<Agent> active(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("active = true and id in ?1 order by name, id", ids);
    }

    /** The active agents who name the group among theirs, by name. */
    public List<Agent> ofGroup(String group, int limit) {
        return active(sql.list(
                "select id from agent where active and groups @> array[?]::text[] order by name, id limit ?",
                row -> row.getObject(1, UUID.class),
                group,
                limit));
    }

    /** How many of these are active agents. */
    public long countActive(Collection<UUID> ids) {
        return count("active = true and id in ?1", ids);
    }

    /** The active agents with these user names, in lower case. */
    public List<Agent> listActive(Collection<String> usernames) {
        return usernames.isEmpty() ? List.of() : list("active = true and lower(username) in ?1", usernames);
    }

    List<Agent> listByName(String afterName, UUID afterId, int limit) {
        return afterName == null
                ? find("order by name, id").page(Page.ofSize(limit)).list()
                : find("name > ?1 or (name = ?1 and id > ?2) order by name, id", afterName, afterId)
                        .page(Page.ofSize(limit))
                        .list();
    }
}
