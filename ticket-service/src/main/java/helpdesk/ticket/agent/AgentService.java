package helpdesk.ticket.agent;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps agents' profiles. */
@ApplicationScoped
public class AgentService {

    private final AgentRepository agents;
    private final Catalogue catalogue;
    private final Patcher patcher;
    private final CurrentActor actor;
    private final Clock clock;

    AgentService(AgentRepository agents, Catalogue catalogue, Patcher patcher, CurrentActor actor, Clock clock) {
        this.agents = agents;
        this.catalogue = catalogue;
        this.patcher = patcher;
        this.actor = actor;
        this.clock = clock;
    }

    /** Creates or updates the profile that belongs to an account. */
    void follow(AccountFacts account, long sequence) {
        Agent agent = agents.findById(account.accountId());
        if (agent == null) {
            if (!account.worksHere()) {
                return;
            }
            agent = new Agent(account.accountId(), clock.instant());
            agent.follow(account, sequence, clock.instant());
            agents.persist(agent);
        } else {
            agent.follow(account, sequence, clock.instant());
        }
    }

    @Transactional
    Agent patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        Agent agent = agents.findByIdOptional(id).orElseThrow(() -> unknown(id));
        AgentPatch former = agent.writable();
        AgentPatch changed = patcher.apply(patch, former);
        requireMay(id, former, changed);
        ifMatch.require(agent.version());
        if (!changed.equals(former)) {
            requireGroups(former.groups(), changed.groups());
            agent.write(changed, clock.instant());
            agents.flush();
        }
        return agent;
    }

    private void requireGroups(List<String> former, List<String> changed) {
        for (int i = 0; i < changed.size(); i++) {
            if (!former.contains(changed.get(i))) {
                catalogue.requireGroup(changed.get(i), "/groups/" + i);
            }
        }
    }

    static RuntimeException unknown(UUID id) {
        return TicketProblem.AGENT_NOT_FOUND.problem("There is no agent %s. See GET /api/v1/agents.", id);
    }

    /** Supervisors describe their people; everybody tells their own presence. */
    private void requireMay(UUID id, AgentPatch former, AgentPatch changed) {
        boolean leads = actor.has(Roles.SUPERVISOR) || actor.has(Roles.ADMIN);
        boolean ownPresence = id.equals(actor.accountId()) && changed.changesOnlyPresenceOf(former);
        if (!leads && !ownPresence) {
            throw PlatformProblem.FORBIDDEN.problem(
                    "You may change your own presence. The rest of a profile is changed by a supervisor.");
        }
    }
}
