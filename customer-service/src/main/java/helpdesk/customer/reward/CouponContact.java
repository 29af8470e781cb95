package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.profile.CustomerView;

/** How somebody is called and reached who is told of a coupon. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CouponContact(String name, String preferredName, String email, String phone) {

    static CouponContact of(CustomerView customer) {
        return new CouponContact(
                customer.name(),
                customer.preferredName(),
                customer.emails().stream().findFirst().orElse(null),
                customer.phones().stream().findFirst().orElse(null));
    }
}
