package helpdesk.notification.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of time in which an agent is away. */
@Schema(name = "Absence")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AbsenceBody(
        @NotNull(message = "Write when the absence begins.") @PlausibleTime
        Instant from,

        @NotNull(message = "Write when the absence ends.") @PlausibleTime
        Instant to,

        @Size(max = 200, message = "Write at most 200 characters.")
        @Pattern(regexp = "^[\\s\\S]*\\S[\\s\\S]*$", message = "Write something, or leave it out.")
        String reason) {

    static AbsenceBody of(Absence absence) {
        return new AbsenceBody(absence.startsAt(), absence.endsAt(), absence.reason());
    }

    Absence absence() {
        return new Absence(from, to, reason);
    }
}
