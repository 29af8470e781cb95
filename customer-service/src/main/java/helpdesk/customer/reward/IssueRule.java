package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When coupons are issued without anybody's doing.
 *
 * @param surveyId only for answers to this version of a survey, or by its series to any version of it
 * @param ticketType only for tickets of this type
 * @param segmentId for whom comes to belong to this segment, once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IssueRule")
record IssueRule(
        @NotNull(message = "Say for what coupons are issued.")
        IssueOn on,

        @Schema(description = "Only for answers to this survey; its seriesId means all its versions")
        UUID surveyId,

        @Pattern(
                regexp = "question|request|complaint|incident",
                message = "Write question, request, complaint or incident.")
        @Schema(enumeration = {"question", "request", "complaint", "incident"})
        String ticketType,

        UUID segmentId) {

    @JsonIgnore
    @AssertTrue(
            message =
                    "surveyId goes with survey.answered, ticketType with ticket.resolved; segment.joined needs a segmentId.")
    boolean isSensible() {
        return (surveyId == null || on == IssueOn.SURVEY_ANSWERED)
                && (ticketType == null || on == IssueOn.TICKET_RESOLVED)
                && (segmentId != null) == (on == IssueOn.SEGMENT_JOINED);
    }
}
