package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An improvement as it is opened.
 *
 * @param source follows from the rest when left out
 * @param cause the path of a cause of complaints
 * @param responseIds the answers that ask for it
 */
record NewImprovement(
        @NotNull(message = "An improvement has a title.")
        @Size(min = 1, max = 200, message = "A title has 1 to 200 characters.")
        @PlainText
        String title,

        @Size(min = 1, max = 4000, message = "A description has 1 to 4,000 characters.") @PlainText(multiline = true)
        String description,

        @Schema(description = "What led to it; when left out, what responseIds and cause say")
        ImprovementSource source,

        @Schema(description = "The cause of complaints, as tickets name it; for the source cause only")
        @Size(min = 1, max = 1000, message = "A cause has 1 to 1,000 characters.")
        @PlainText
        String cause,

        UUID ownerId,

        @Valid Aim aim,

        @Schema(description = "The answers that ask for it; for the source answer only")
        @Size(max = 100, message = "Name at most 100 answers; link more of them later.")
        List<@NotNull(message = "Write the id of an answer, not null.") UUID> responseIds) {

    NewImprovement {
        responseIds = responseIds == null
                ? List.of()
                : responseIds.stream().distinct().toList();
        source = source == null ? source(cause, responseIds) : source;
    }

    @JsonIgnore
    @AssertTrue(message = "An improvement with the source cause names one, and no other does.")
    boolean isCauseFitting() {
        return (source == ImprovementSource.CAUSE) == (cause != null);
    }

    @JsonIgnore
    @AssertTrue(message = "An improvement with the source answer names responseIds, and no other does.")
    boolean isAnswerFitting() {
        return (source == ImprovementSource.ANSWER) != responseIds.isEmpty();
    }

    private static ImprovementSource source(String cause, List<UUID> responseIds) {
        if (cause != null) {
            return ImprovementSource.CAUSE;
        }
        return responseIds.isEmpty() ? ImprovementSource.HAND : ImprovementSource.ANSWER;
    }
}
