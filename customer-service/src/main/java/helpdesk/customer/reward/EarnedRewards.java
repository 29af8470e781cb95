package helpdesk.customer.reward;

import helpdesk.platform.request.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;

/** Issues coupons for what customers did or what happened to them (practices 4, 28), in the transaction of its event. */
@ApplicationScoped
public class EarnedRewards {

    private final Programs programs;
    private final CouponService coupons;
    private final Causation causation;

    EarnedRewards(Programs programs, CouponService coupons, Causation causation) {
        this.programs = programs;
        this.coupons = coupons;
        this.causation = causation;
    }

    /** The customer answered a survey. */
    public void surveyAnswered(UUID customer, UUID response, UUID survey, UUID ticket) {
        earn(
                IssueOn.SURVEY_ANSWERED,
                customer,
                response,
                ticket,
                rule -> rule.surveyId() == null || rule.surveyId().equals(survey));
    }

    /** The customer's ticket is resolved; again after a reopening counts no more. */
    public void ticketResolved(UUID customer, UUID ticket, String type) {
        earn(
                IssueOn.TICKET_RESOLVED,
                customer,
                ticket,
                ticket,
                rule -> rule.ticketType() == null || rule.ticketType().equals(type));
    }

    private void earn(IssueOn happening, UUID customer, UUID cause, UUID ticket, Predicate<IssueRule> fits) {
        for (Program program : programs.activeOn(happening)) {
            if (fits.test(program.writable().issue())) {
                coupons.earn(program, customer, happening + " " + cause, ticket, causation.actor());
            }
        }
    }
}
