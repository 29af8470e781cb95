package helpdesk.feedback.improvement;

import helpdesk.feedback.invitation.Cause;
import helpdesk.platform.agent.KnownAgents;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Keeps improvements. */
@ApplicationScoped
@Transactional
class ImprovementService {

    private final Improvements improvements;
    private final Voices voices;
    private final VoiceService hearing;
    private final CoveredCauses causes;
    private final KnownAgents agents;
    private final Patcher patcher;
    private final Outbox outbox;
    private final Causation causation;
    private final CurrentActor actor;
    private final Clock clock;

    ImprovementService(
            Improvements improvements,
            Voices voices,
            VoiceService hearing,
            CoveredCauses causes,
            KnownAgents agents,
            Patcher patcher,
            Outbox outbox,
            Causation causation,
            CurrentActor actor,
            Clock clock) {
        this.improvements = improvements;
        this.voices = voices;
        this.hearing = hearing;
        this.causes = causes;
        this.agents = agents;
        this.patcher = patcher;
        this.outbox = outbox;
        this.causation = causation;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Opens one. Who complained of its cause is heard moments later.
     *
     * @throws helpdesk.platform.problem.Problem {@code unknown-agent}, {@code unknown-response} or {@code cause-covered}
     */
    ImprovementView open(NewImprovement body) {
        agents.require(body.ownerId(), "/ownerId");
        Improvement improvement = new Improvement(body, actor.get().toString(), clock.instant());
        improvements.persist(improvement);
        outbox.append(improvement, improvement.opened());
        if (body.cause() != null) {
            causes.cover(body.cause(), improvement, clock.instant());
        }
        hearing.hearAnswers(improvement, body.responseIds());
        return view(improvement);
    }

    /**
     * Changes one.
     *
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed}, {@code improvement-merged} or {@code unknown-agent}
     */
    ImprovementView change(UUID id, IfMatch seen, MergePatch patch) {
        Improvement improvement = improvements.hold(id);
        improvement.requireUnmerged();
        seen.requireSince(improvement.writableSince(), improvement.version());
        ImprovementBody former = improvement.writable();
        ImprovementBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            change(improvement, former, changed);
        }
        return view(improvement);
    }

    private void change(Improvement improvement, ImprovementBody former, ImprovementBody changed) {
        changed.requireSound(former);
        if (!Objects.equals(changed.ownerId(), former.ownerId())) {
            agents.require(changed.ownerId(), "/ownerId");
        }
        Cause cause = new Cause(causation.correlationId(), causation.causationId(), causation.traceParent());
        improvement
                .change(changed.tidy(), () -> voices.count(improvement.id()), cause, clock.instant())
                .ifPresent(event -> outbox.append(improvement, event));
        improvements.flush();
    }

    /**
     * Lets one go on in another, with all who asked for it and all causes it covered.
     *
     * @return the other
     * @throws helpdesk.platform.problem.Problem {@code transition-not-allowed}, {@code improvement-merged} or {@code
     *     unknown-improvement}
     */
    ImprovementView merge(UUID id, UUID intoId) {
        Improvements.Merging merging = improvements.holdBoth(id, intoId);
        merging.one().requireUnmerged();
        if (merging.one().equals(merging.other())) {
            throw PlatformProblem.INVALID_REQUEST.at("/intoId", "It cannot go on in itself. Name another improvement.");
        }
        Instant now = clock.instant();
        merging.one().mergeInto(merging.other(), now);
        improvements.flush();
        voices.move(id, merging.other().id());
        causes.move(id, merging.other().id());
        hearing.move(id, merging.other().id());
        return view(merging.other());
    }

    ImprovementView read(UUID id) {
        return view(improvements.require(id));
    }

    /** The newest first; what is null does not narrow the list. */
    List<ImprovementView> list(ImprovementState state, UUID owner, UUID after, int limit) {
        List<Improvement> found = improvements.page(state, owner, after, limit);
        Map<UUID, Long> counts =
                voices.count(found.stream().map(Improvement::id).toList());
        Map<UUID, String> names = agents.names(found.stream()
                .map(Improvement::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return found.stream()
                .map(improvement -> ImprovementView.of(
                        improvement,
                        improvement.ownerId() == null ? null : names.get(improvement.ownerId()),
                        counts.getOrDefault(improvement.id(), 0L)))
                .toList();
    }

    private ImprovementView view(Improvement improvement) {
        UUID owner = improvement.ownerId();
        return ImprovementView.of(
                improvement,
                owner == null ? null : agents.names(List.of(owner)).get(owner),
                voices.count(improvement.id()));
    }
}
