package helpdesk.ticket.presence;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells colleagues who is at a ticket, so that two do not answer at once. */
@ApplicationScoped
public class PresenceService {

    /** How long somebody is there without saying so again. */
    static final Duration LASTING = Duration.ofSeconds(30);

    private static final int MOST_SHOWN = 50;
    private static final int BATCH = 100;

    private final PresenceRepository presences;
    private final AgentRepository agents;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;

    PresenceService(
            PresenceRepository presences, AgentRepository agents, Outbox outbox, Causation causation, Clock clock) {
        this.presences = presences;
        this.agents = agents;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
    }

    /** The agent does this at the ticket. Others are told when it is something new. */
    @Transactional
    void tell(UUID ticket, UUID agentId, Activity activity) {
        Agent agent = Optional.ofNullable(agentId)
                .flatMap(agents::findActive)
                .orElseThrow(() -> PlatformProblem.FORBIDDEN.problem("Only agents are at tickets."));
        Optional<TicketPresence> known = presences.lock(ticket, agentId);
        Instant now = clock.instant();
        Instant until = now.plus(LASTING);
        if (activity == Activity.GONE) {
            known.ifPresent(presence -> leave(presence, agent, now));
        } else if (known.isEmpty()) {
            TicketPresence presence = new TicketPresence(Ids.next(), ticket, agentId, activity, now, until);
            presences.persist(presence);
            tell(presence, agent, activity, now);
        } else if (known.get().renew(activity, now, until)) {
            tell(known.get(), agent, activity, now);
        }
    }

    /** Who is at the ticket, with two statements. */
    PresenceView at(UUID ticket) {
        List<TicketPresence> present = presences.at(ticket, clock.instant(), MOST_SHOWN);
        Map<UUID, Agent> known = agentsOf(present);
        return new PresenceView(present.stream()
                .map(presence -> new PresenceView.Present(
                        PresenceEvent.Who.of(known.get(presence.agentId())), presence.activity(), presence.since()))
                .toList());
    }

    /** Tells of those who went without a word. Replicas may do so at the same time. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void noticeAbsence() {
        int noticed = BATCH;
        while (noticed == BATCH) {
            noticed = QuarkusTransaction.requiringNew().call(this::noticeSome);
        }
    }

    private int noticeSome() {
        causation.actAs(Actor.system("presence"));
        Instant now = clock.instant();
        List<TicketPresence> over = presences.lockOver(now, BATCH);
        Map<UUID, Agent> known = agentsOf(over);
        over.forEach(presence -> leave(presence, known.get(presence.agentId()), now));
        return over.size();
    }

    private void leave(TicketPresence presence, Agent agent, Instant now) {
        presence.leave(now);
        tell(presence, agent, Activity.GONE, now);
        presences.delete(presence);
    }

    private void tell(TicketPresence presence, Agent agent, Activity activity, Instant now) {
        outbox.append(
                presence,
                new PresenceEvent(
                        presence.id(),
                        presence.ticketId(),
                        PresenceEvent.Who.of(agent),
                        activity,
                        presence.since(),
                        now));
    }

    private Map<UUID, Agent> agentsOf(List<TicketPresence> present) {
        return present.isEmpty()
                ? Map.of()
                : agents
                        .list(
                                "id in ?1",
                                present.stream().map(TicketPresence::agentId).toList())
                        .stream()
                        .collect(Collectors.toMap(Agent::id, agent -> agent));
    }
}
