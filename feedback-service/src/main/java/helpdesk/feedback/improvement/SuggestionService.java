package helpdesk.feedback.improvement;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.platform.identity.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Shows what customers would have us improve, until somebody has read it. */
@ApplicationScoped
@Transactional
class SuggestionService {

    private final Suggestions suggestions;
    private final CurrentActor actor;
    private final Clock clock;

    SuggestionService(Suggestions suggestions, CurrentActor actor, Clock clock) {
        this.suggestions = suggestions;
        this.actor = actor;
        this.clock = clock;
    }

    List<SuggestionView> open(String language, String words, UUID after, int limit) {
        return suggestions.open(language, words, after, limit);
    }

    /**
     * Lets nothing follow from it.
     *
     * @throws helpdesk.platform.problem.Problem {@code suggestion-not-found}
     */
    SuggestionView dismiss(UUID response) {
        suggestions.dismiss(response, actor.get().toString(), clock.instant());
        return suggestions
                .find(response)
                .orElseThrow(() ->
                        FeedbackProblem.SUGGESTION_NOT_FOUND.problem("Check the id. See GET /api/v1/suggestions."));
    }
}
