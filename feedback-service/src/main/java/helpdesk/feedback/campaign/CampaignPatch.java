package helpdesk.feedback.campaign;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.util.UUID;

/** What a merge patch of a campaign may hold, for the API document: the same as when it is created, all of it optional. */
record CampaignPatch(
        String name,
        Boolean active,
        Integer position,
        UUID surveyId,
        CampaignTrigger on,
        Cases only,
        Cases except,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration delay,
        Integer percent,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration quietPeriod,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration remindAfter,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration validFor,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration every,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration contactWithin) {}
