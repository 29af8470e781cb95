package helpdesk.feedback.invitation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When customers are asked. */
@ConfigMapping(prefix = "helpdesk.survey")
interface SurveySettings {

    /** From the solution of a ticket to the invitation. */
    Duration delay();

    /** For how long a customer who was asked is not asked again. */
    Duration quietPeriod();
}
