package helpdesk.feedback.improvement;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets improvements hear who complained of the causes they cover: those of the last year when they are opened, and those who
 * complain later. Each call is one transaction of bounded size.
 */
@ApplicationScoped
class Hearing {

    static final int BATCH = 100;

    private static final Actor RULE = Actor.system("complaint-cause");

    private final Improvements improvements;
    private final CoveredCauses causes;
    private final Askers askers;
    private final VoiceService voices;
    private final Causation causation;
    private final Clock clock;

    Hearing(
            Improvements improvements,
            CoveredCauses causes,
            Askers askers,
            VoiceService voices,
            Causation causation,
            Clock clock) {
        this.improvements = improvements;
        this.causes = causes;
        this.askers = askers;
        this.voices = voices;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Hears a batch.
     *
     * @return whether there was anything to hear
     */
    @ActivateRequestContext
    @Transactional
    boolean hearSome() {
        causation.actAs(RULE);
        Optional<UUID> next = causes.holdNextToHear(clock.instant());
        next.map(improvements::hold).ifPresent(this::hearSome);
        return next.isPresent();
    }

    private void hearSome(Improvement improvement) {
        List<UUID> tickets = causes.holdUnheard(improvement.id(), clock.instant(), BATCH);
        voices.hear(improvement, List.copyOf(askers.ofComplaints(tickets).values()));
        causes.markHeard(tickets, improvement.id());
    }
}
