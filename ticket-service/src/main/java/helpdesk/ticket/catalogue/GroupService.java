package helpdesk.ticket.catalogue;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the groups. */
@ApplicationScoped
public class GroupService {

    private final GroupRepository groups;
    private final Patcher patcher;
    private final Clock clock;

    GroupService(GroupRepository groups, Patcher patcher, Clock clock) {
        this.groups = groups;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    AgentGroup create(NewGroup request) {
        if (groups.isTaken(request.name())) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A group has this name already. Choose another.");
        }
        AgentGroup group = new AgentGroup(Ids.next(), request.name(), request.description(), clock.instant());
        groups.persist(group);
        return group;
    }

    @Transactional
    AgentGroup patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        AgentGroup group = require(id);
        ifMatch.require(group.version());
        GroupPatch former = group.writable();
        GroupPatch changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            group.write(changed, clock.instant());
            groups.flush();
        }
        return group;
    }

    AgentGroup require(UUID id) {
        return groups.findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.GROUP_NOT_FOUND.problem(
                        "There is no group with this id. See GET /api/v1/groups."));
    }
}
