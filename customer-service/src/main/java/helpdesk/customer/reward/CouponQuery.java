package helpdesk.customer.reward;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads coupons. */
@ApplicationScoped
@Transactional
class CouponQuery {

    private final Coupons coupons;
    private final CustomerRepository customers;
    private final Cursors cursors;
    private final Clock clock;

    CouponQuery(Coupons coupons, CustomerRepository customers, Cursors cursors, Clock clock) {
        this.coupons = coupons;
        this.customers = customers;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<CouponView> ofCustomer(UUID customer, String state, PageRequest page) {
        customers.require(customer);
        return list(null, customer, null, state, page);
    }

    /**
     * Those that fit, the newest first; null for all.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} for an unknown state
     */
    Page<CouponView> list(UUID program, UUID customer, UUID series, String state, PageRequest page) {
        CouponFilter filter = new CouponFilter(program, customer, series, state(state));
        String list = "coupons " + filter;
        List<String> after = cursors.open(page.after(), list);
        Instant now = clock.instant();
        return Page.of(
                coupons.list(
                        filter, after.isEmpty() ? null : UUID.fromString(after.getFirst()), now, page.limitPlusOne()),
                page.limit(),
                coupon -> CouponView.of(coupon, now),
                last -> cursors.seal(List.of(last.id().toString()), list));
    }

    private static CouponState state(String text) {
        return text == null
                ? null
                : Stream.of(CouponState.values())
                        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> PlatformProblem.INVALID_PARAMETER.at(
                                "?state", "Write issued, redeemed, expired or revoked."));
    }
}
