package helpdesk.notification.preference;

import helpdesk.platform.contact.TimeZoneName;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.validation.Valid;

/**
 * What a customer says about being disturbed.
 *
 * @param quietHours null for those of the organisation
 * @param timeZone null for that of the profile
 */
record PutPreference(@Valid Hours quietHours, @TimeZoneName String timeZone) {

    /**
     * Lets quiet hours pass that last for a while.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}
     */
    void requireSound() {
        if (quietHours != null && quietHours.from().equals(quietHours.to())) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/quietHours/to", "Quiet hours are over at another time than they begin.");
        }
    }
}
