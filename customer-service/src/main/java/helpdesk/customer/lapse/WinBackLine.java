package helpdesk.customer.lapse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many of those who stayed away by a rule were won back.
 *
 * @param share of those of whom it is known how it ended, how many were won back, from 0 to 1; absent when there are none
 * @param medianDays in how many days half of those who came back did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WinBackLine")
record WinBackLine(
        UUID ruleId, String rule, int lapsed, int open, int wonBack, int lost, Double share, Double medianDays) {}
