package helpdesk.feedback.improvement;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.invitation.Contact;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.request.Causation;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Hears who asks for what. */
@ApplicationScoped
@Transactional
class VoiceService {

    private final Improvements improvements;
    private final Voices voices;
    private final Askers askers;
    private final Suggestions suggestions;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final Causation causation;
    private final Clock clock;

    VoiceService(
            Improvements improvements,
            Voices voices,
            Askers askers,
            Suggestions suggestions,
            Successions successions,
            ErasedSubjects erasedSubjects,
            Causation causation,
            Clock clock) {
        this.improvements = improvements;
        this.voices = voices;
        this.askers = askers;
        this.suggestions = suggestions;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.causation = causation;
        this.clock = clock;
    }

    /**
     * Adds somebody, once. What was merged hears for what it goes on in.
     *
     * @throws helpdesk.platform.problem.Problem {@code improvement-not-found}, {@code unknown-response} or {@code
     *     unknown-customer}
     */
    Heard add(UUID improvementId, NewVoice body) {
        Improvement improvement = improvements.holdEnd(improvementId);
        Heard heard = body.responseId() == null
                ? hear(improvement, List.of(asker(body))).getFirst()
                : answered(improvement, List.of(body.responseId()), "/responseId")
                        .getFirst();
        improvements.flush();
        return heard;
    }

    /** Adds those who gave the answers, which the body of a request names as responseIds. */
    void hearAnswers(Improvement improvement, List<UUID> responses) {
        answered(improvement, responses, null);
        improvements.flush();
    }

    private List<Heard> answered(Improvement improvement, List<UUID> responses, String pointer) {
        Map<UUID, Asker> known = askers.ofResponses(responses);
        List<FieldError> unknown = IntStream.range(0, responses.size())
                .filter(i -> !known.containsKey(responses.get(i)))
                .mapToObj(i -> unknown(pointer == null ? "/responseIds/" + i : pointer))
                .toList();
        if (!unknown.isEmpty()) {
            throw FeedbackProblem.UNKNOWN_RESPONSE
                    .problem(unknown.getFirst().detail())
                    .with(unknown);
        }
        suggestions.take(responses, improvement.id());
        return hear(improvement, responses.stream().map(known::get).toList());
    }

    /** Adds those to an improvement that is held who have not asked for it yet. */
    List<Heard> hear(Improvement improvement, List<Asker> askers) {
        List<Voice> known = new ArrayList<>(
                voices.like(improvement.id(), askers.stream().map(Asker::person).toList()));
        List<Heard> heard = new ArrayList<>();
        for (Asker asker : askers) {
            Optional<Voice> former = known.stream()
                    .filter(voice -> voice.asker().person().isSameAs(asker.person()))
                    .findFirst();
            Voice voice = former.orElseGet(
                    () -> voices.add(improvement.id(), asker, causation.actor().toString(), clock.instant()));
            if (former.isEmpty()) {
                known.add(voice);
                improvement.heard(clock.instant());
            }
            heard.add(new Heard(voice, former.isEmpty()));
        }
        return heard;
    }

    private Asker asker(NewVoice body) {
        UUID customer = body.customerId();
        UUID current = customer == null ? null : successions.current(customer);
        if (customer != null
                && !erasedSubjects.among(List.of(customer, current)).isEmpty()) {
            throw FeedbackProblem.UNKNOWN_CUSTOMER.at("/customerId", "Nobody has this id any more. Leave it out.");
        }
        String phone = body.phone() == null
                ? null
                : PhoneNumbers.normalize(body.phone()).orElseThrow();
        Contact contact = new Contact(
                body.name() == null ? null : body.name().strip(),
                null,
                body.email() == null ? null : body.email().strip(),
                phone,
                null);
        return new Asker(
                null,
                null,
                current,
                customer == null || customer.equals(current) ? null : customer,
                contact,
                body.language());
    }

    /**
     * Takes somebody out, who was added by mistake; what they answered is open again.
     *
     * @throws helpdesk.platform.problem.Problem {@code voice-not-found} or {@code voice-told}
     */
    void remove(UUID improvementId, UUID id) {
        Improvement improvement = improvements.holdEnd(improvementId);
        Voice voice = require(improvement.id(), id);
        if (voice.state() == VoiceState.TOLD) {
            throw FeedbackProblem.VOICE_TOLD.problem("They stay, so that they are not told again.");
        }
        voices.remove(id);
        if (voice.asker().responseId() != null) {
            suggestions.release(voice.asker().responseId(), improvement.id());
        }
        improvement.heard(clock.instant());
    }

    /** What was taken up by the one is taken up by the other. */
    void move(UUID from, UUID into) {
        suggestions.move(from, into);
    }

    /** The newest first. What was merged has none of its own. */
    List<VoiceView> list(UUID improvement, UUID after, int limit) {
        improvements.require(improvement);
        return voices.page(improvement, after, limit).stream()
                .map(VoiceView::of)
                .toList();
    }

    private Voice require(UUID improvement, UUID id) {
        return voices.find(improvement, id)
                .orElseThrow(() -> FeedbackProblem.VOICE_NOT_FOUND.problem(
                        "Check the id. See GET /api/v1/improvements/%s/voices.", improvement));
    }

    private static FieldError unknown(String pointer) {
        return new FieldError(
                pointer,
                FeedbackProblem.UNKNOWN_RESPONSE.code(),
                "There is no such answer, or whoever gave it is forgotten. See GET /api/v1/responses.");
    }

    /**
     * Somebody who asks for it.
     *
     * @param fresh whether they had not asked for it before
     */
    record Heard(Voice voice, boolean fresh) {}
}
