package helpdesk.feedback.improvement;

import helpdesk.feedback.language.Languages;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be written of an improvement.
 *
 * @param ownerId the agent who sees to it
 * @param reason why it is declined
 * @param outcome what is different now, by language, as customers are told
 */
record ImprovementBody(
        @Schema(required = false)
        @NotNull(message = "An improvement has a title.")
        @Size(min = 1, max = 200, message = "A title has 1 to 200 characters.")
        @PlainText
        String title,

        @Size(min = 1, max = 4000, message = "A description has 1 to 4,000 characters.") @PlainText(multiline = true)
        String description,

        UUID ownerId,

        @Schema(required = false) @NotNull(message = "Choose a state: open, planned, in_progress, done or declined.")
        ImprovementState state,

        @Schema(description = "Why it is declined; needed for that, and for nothing else")
        @Size(min = 1, max = 1000, message = "A reason has 1 to 1,000 characters.")
        @PlainText(multiline = true)
        String reason,

        @Schema(
                description = "What is different now, by language; needed to be done",
                examples = "{\"en\":\"Parcels are at your door by noon.\"}")
        @Size(min = 1, max = 50, message = "Write the outcome in 1 to 50 languages.")
        Map<
                        @LanguageTag String,
                        @NotNull(message = "Write the outcome.")
                        @Size(min = 1, max = 2000, message = "An outcome has 1 to 2,000 characters.")
                        @PlainText(multiline = true) String>
                outcome,

        @Valid Aim aim) {

    private static final String ENGLISH = "en";

    ImprovementBody {
        outcome = Languages.byTag(outcome);
    }

    /**
     * Lets it pass when its parts fit each other. Each by itself was validated before.
     *
     * @param former how it was
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with a pointer
     */
    void requireSound(ImprovementBody former) {
        if (state == ImprovementState.DONE && outcome == null) {
            throw fault("/outcome", "missing-outcome", "Write what is different now, in at least one language.");
        }
        if (state == ImprovementState.DECLINED && reason == null) {
            throw fault("/reason", "missing-reason", "Write why it is declined.");
        }
        if (state != ImprovementState.DECLINED && reason != null && !Objects.equals(reason, former.reason)) {
            throw fault("/reason", "reason-not-asked", "Only what is declined has a reason. Leave it out.");
        }
    }

    /** The outcome in the language, or in the one that fits best. */
    String outcomeIn(String language) {
        String fallback = outcome.containsKey(ENGLISH)
                ? ENGLISH
                : outcome.keySet().iterator().next();
        return outcome.get(Languages.choose(outcome.keySet(), fallback, language));
    }

    /** The same without what the state has no use for. */
    ImprovementBody tidy() {
        return state == ImprovementState.DECLINED
                ? this
                : new ImprovementBody(title, description, ownerId, state, null, outcome, aim);
    }

    private static RuntimeException fault(String pointer, String code, String detail) {
        return PlatformProblem.INVALID_REQUEST
                .problem("Correct what the errors name and send it again.")
                .with(new FieldError(pointer, code, detail));
    }
}
