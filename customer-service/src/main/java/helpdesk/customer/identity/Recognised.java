package helpdesk.customer.identity;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.IdentifiedBy;

/** Who somebody is, and by what that was found out. */
public record Recognised(Customer customer, IdentifiedBy by) {}
