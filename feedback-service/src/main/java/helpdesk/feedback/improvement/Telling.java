package helpdesk.feedback.improvement;

import helpdesk.feedback.invitation.Cause;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Has those told who asked for what is done, each person once. Each call is one transaction of bounded size: that somebody is
 * told is marked where the event is stored, so nobody is forgotten and nobody told twice, wherever it breaks off. One at a time
 * works on an improvement; several share the improvements.
 */
@ApplicationScoped
class Telling {

    static final int BATCH = 100;

    private static final Actor RULE = Actor.system("improvement-done");

    /** Of each row only one thing is ever told. */
    private static final long ONLY_EVENT = 1;

    private final Improvements improvements;
    private final Voices voices;
    private final ErasedSubjects erasedSubjects;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;

    Telling(
            Improvements improvements,
            Voices voices,
            ErasedSubjects erasedSubjects,
            Outbox outbox,
            Causation causation,
            Clock clock) {
        this.improvements = improvements;
        this.voices = voices;
        this.erasedSubjects = erasedSubjects;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Has a batch told.
     *
     * @return whether there was anything to tell
     */
    @ActivateRequestContext
    @Transactional
    boolean tellSome() {
        Optional<Improvement> next = improvements.holdNextToTell();
        next.ifPresent(this::tellSome);
        return next.isPresent();
    }

    private void tellSome(Improvement improvement) {
        List<Voice> waiting = voices.waiting(improvement.id(), BATCH);
        Set<UUID> erased = erasedSubjects.among(
                waiting.stream().flatMap(voice -> voice.asker().subjects()).toList());
        ToldPersons told = voices.told(improvement.id(), waiting);
        Instant now = clock.instant();
        Map<VoiceState, List<UUID>> settled = new EnumMap<>(VoiceState.class);
        for (Voice voice : waiting) {
            VoiceState state = becomes(voice, erased, told);
            if (state == VoiceState.TOLD) {
                told.add(voice.asker().person());
                tell(improvement, voice, now);
            }
            settled.computeIfAbsent(state, none -> new ArrayList<>()).add(voice.id());
        }
        settled.forEach((state, ids) -> voices.settle(ids, state, state == VoiceState.TOLD ? now : null));
        if (waiting.size() < BATCH) {
            improvement.toldAll();
        }
    }

    private static VoiceState becomes(Voice voice, Set<UUID> erased, ToldPersons told) {
        if (voice.asker().subjects().anyMatch(erased::contains)) {
            return VoiceState.ERASED;
        }
        if (!voice.isReachable()) {
            return VoiceState.UNREACHABLE;
        }
        return told.includes(voice.asker().person()) ? VoiceState.COVERED : VoiceState.TOLD;
    }

    private void tell(Improvement improvement, Voice voice, Instant now) {
        Cause cause = improvement.doneBecauseOf();
        ImprovementEvent event = ImprovementEvent.NoticeAsked.of(improvement, voice, now);
        causation.following(
                cause.correlationId(),
                cause.causationId(),
                cause.traceParent(),
                RULE,
                () -> outbox.append(voice.id(), ONLY_EVENT, event));
    }
}
