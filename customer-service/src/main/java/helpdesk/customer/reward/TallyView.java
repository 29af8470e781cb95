package helpdesk.customer.reward;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many coupons a program has issued. */
@Schema(name = "RewardTally")
record TallyView(int issued) {}
