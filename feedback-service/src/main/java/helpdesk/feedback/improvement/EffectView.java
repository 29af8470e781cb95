package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an improvement made better what it aimed at.
 *
 * @param aim absent when it aimed at nothing that is measured
 * @param before the days before work began
 * @param after the days since it was done, as far as they have passed; absent before that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImprovementEffect")
record EffectView(Aim aim, Measured before, Measured after) {}
