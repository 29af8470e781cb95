package helpdesk.feedback.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/** How a campaign asks: what is written of it, apart from its name, its survey and when it does. See {@link CampaignBody}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignTerms(
        Cases only,
        Cases except,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration delay,
        int percent,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration quietPeriod,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration remindAfter,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration validFor,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration every,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration contactWithin) {

    static CampaignTerms of(CampaignBody body) {
        return new CampaignTerms(
                body.only(),
                body.except(),
                body.delay(),
                body.percent(),
                body.quietPeriod(),
                body.remindAfter(),
                body.validFor(),
                body.every(),
                body.contactWithin());
    }
}
