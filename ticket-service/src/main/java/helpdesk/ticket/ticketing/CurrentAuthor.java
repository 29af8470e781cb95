package helpdesk.ticket.ticketing;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.ticket.agent.AgentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who writes, as others are told. */
@ApplicationScoped
public class CurrentAuthor {

    private final AgentRepository agents;
    private final CurrentActor actor;

    CurrentAuthor(AgentRepository agents, CurrentActor actor) {
        this.agents = agents;
        this.actor = actor;
    }

    /** The agent with name and title (practice 2), or the program that sends the request. */
    public AuthorData get() {
        if (actor.get().kind() != Actor.Kind.ACCOUNT) {
            return new AuthorData(AuthorData.Kind.SYSTEM, null, actor.name(), null);
        }
        UUID id = actor.accountId();
        return agents.findByIdOptional(id)
                .map(agent -> new AuthorData(AuthorData.Kind.AGENT, agent.id(), agent.name(), agent.title()))
                .orElseGet(() -> new AuthorData(AuthorData.Kind.AGENT, id, actor.name(), null));
    }
}
