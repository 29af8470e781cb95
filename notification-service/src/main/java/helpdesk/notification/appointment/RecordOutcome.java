package helpdesk.notification.appointment;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.time.PlausibleTime;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an appointment. */
record RecordOutcome(
        @NotNull(message = "Write what came of it: kept or missed.")
        Outcome outcome,

        @PlausibleTime @Schema(description = "When the agent was there; without it punctuality is not known")
        Instant arrivedAt,

        @PlausibleTime Instant leftAt,

        @Size(max = 2000, message = "Write at most 2,000 characters.")
        @Pattern(regexp = "^[\\s\\S]*\\S[\\s\\S]*$", message = "Write something, or leave it out.")
        String reason,

        @Schema(description = "Because of whom it was missed; us when nothing is said")
        Party fault) {

    /**
     * Lets pass what makes sense together.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}
     */
    void requireSense(Instant now) {
        switch (outcome) {
            case KEPT -> requireTimes(now);
            case MISSED -> requireReason();
        }
    }

    Party faultOrUs() {
        return fault == null ? Party.US : fault;
    }

    private void requireTimes(Instant now) {
        if (fault != null) {
            throw PlatformProblem.INVALID_REQUEST.at("/fault", "Leave it out: what was kept is nobody's fault.");
        }
        if (arrivedAt != null && arrivedAt.isAfter(now)) {
            throw PlatformProblem.INVALID_REQUEST.at("/arrivedAt", "Write a time that is past.");
        }
        if (leftAt != null && (leftAt.isAfter(now) || arrivedAt == null || leftAt.isBefore(arrivedAt))) {
            throw PlatformProblem.INVALID_REQUEST.at("/leftAt", "Write a time that is past, after an arrivedAt.");
        }
    }

    private void requireReason() {
        if (reason == null) {
            throw PlatformProblem.INVALID_REQUEST.at("/reason", "Write why it was missed.");
        }
        if (arrivedAt != null || leftAt != null) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    arrivedAt == null ? "/leftAt" : "/arrivedAt", "Leave it out: there was no visit.");
        }
    }
}
