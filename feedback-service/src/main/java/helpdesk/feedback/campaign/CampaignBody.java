package helpdesk.feedback.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be written of a campaign.
 *
 * @param position of those that fit, the one with the lowest asks
 * @param surveyId any version; the latest that is published is sent. Left out, the default survey
 * @param only what is asked about; all when left out
 * @param except what is not asked about
 * @param delay from what happened to the question; as the service is set up when left out
 * @param percent how many of a hundred are asked
 * @param quietPeriod who was asked within it is not asked; as the service is set up when left out
 * @param remindAfter when who has not answered is reminded, once; nobody is when left out
 * @param validFor how long the link opens the survey
 * @param every how often a campaign on a period asks
 * @param contactWithin whom a campaign on a period asks: who was in touch within it; everybody when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Campaign")
public record CampaignBody(
        @NotBlank(message = "Name the campaign.")
        @Size(max = 100, message = "A name has at most 100 characters.")
        @PlainText
        String name,

        @Schema(defaultValue = "true") Boolean active,

        @Min(value = 1, message = "A position is from 1 to 1000.")
        @Max(value = 1000, message = "A position is from 1 to 1000.")
        @Schema(defaultValue = "100")
        Integer position,

        UUID surveyId,

        @NotNull(message = "Say when to ask: ticket.resolved, callback.completed, period, card or staff.")
        CampaignTrigger on,

        @Valid Cases only,
        @Valid Cases except,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration delay,

        @Min(value = 1, message = "Ask 1 to 100 of a hundred.")
        @Max(value = 100, message = "Ask 1 to 100 of a hundred.")
        @Schema(defaultValue = "100")
        Integer percent,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration quietPeriod,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration remindAfter,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(defaultValue = "P14D")
        Duration validFor,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration every,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration contactWithin) {

    private static final int USUAL_POSITION = 100;
    private static final int ALL = 100;
    private static final Duration USUAL_VALIDITY = Duration.ofDays(14);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_QUARTER = Duration.ofDays(92);
    private static final Duration A_YEAR = Duration.ofDays(366);

    public CampaignBody {
        active = active == null || active;
        position = position == null ? USUAL_POSITION : position;
        only = only == null ? Cases.NONE : only;
        except = except == null ? Cases.NONE : except;
        percent = percent == null ? ALL : percent;
        validFor = validFor == null ? USUAL_VALIDITY : validFor;
    }

    /**
     * Lets it pass when its parts fit each other.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with pointers
     */
    void requireSound() {
        List<FieldError> faults = new ArrayList<>();
        within(faults, "delay", delay, Duration.ZERO, A_QUARTER);
        within(faults, "quietPeriod", quietPeriod, Duration.ZERO, A_YEAR);
        within(faults, "validFor", validFor, AN_HOUR, A_QUARTER);
        within(faults, "remindAfter", remindAfter, AN_HOUR, validFor.minusSeconds(1));
        within(faults, "every", every, A_DAY, A_YEAR);
        within(faults, "contactWithin", contactWithin, A_DAY, A_YEAR.multipliedBy(10));
        boolean onPeriod = on == CampaignTrigger.PERIOD;
        boolean forAll = isForAll();
        refuse(
                faults,
                "every",
                onPeriod == (every == null),
                onPeriod ? "Say how often to ask." : "Only a campaign on a period has it.");
        refuse(faults, "contactWithin", !onPeriod && contactWithin != null, "Only a campaign on a period has it.");
        refuse(
                faults,
                "delay",
                (onPeriod || forAll) && delay != null,
                "Only a campaign on something that happened has it.");
        refuse(
                faults,
                "quietPeriod",
                forAll && quietPeriod != null,
                "Whoever finds the card, or works here, may answer.");
        refuse(faults, "remindAfter", forAll && remindAfter != null, "Nobody is known who could be reminded.");
        refuse(faults, "percent", forAll && percent != ALL, "Whoever finds the card, or works here, may answer.");
        refuseCases(faults, "only", only);
        refuseCases(faults, "except", except);
        if (!faults.isEmpty()) {
            throw PlatformProblem.INVALID_REQUEST
                    .problem("Correct what the errors name and send it again.")
                    .with(faults);
        }
    }

    /** Whether it asks nobody in particular. */
    private boolean isForAll() {
        return on == CampaignTrigger.CARD || on == CampaignTrigger.STAFF;
    }

    private void refuseCases(List<FieldError> faults, String field, Cases cases) {
        refuse(faults, field, isForAll() && !cases.isEmpty(), "Whoever finds the card, or works here, may answer.");
        refuse(
                faults,
                field,
                (on == CampaignTrigger.PERIOD || on == CampaignTrigger.CALLBACK_COMPLETED)
                        && !cases.isAboutCustomersOnly(),
                "Only a campaign on tickets chooses by channels, types, categories or groups.");
    }

    private static void within(List<FieldError> faults, String field, Duration value, Duration least, Duration most) {
        refuse(
                faults,
                field,
                value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0),
                "Give a time from %s to %s (ISO 8601).".formatted(least, most));
    }

    private static void refuse(List<FieldError> faults, String field, boolean wrong, String advice) {
        if (wrong) {
            faults.add(new FieldError("/" + field, "invalid-value", advice));
        }
    }
}
