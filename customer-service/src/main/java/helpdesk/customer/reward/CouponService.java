package helpdesk.customer.reward;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Issues coupons, redeems and revokes them. */
@ApplicationScoped
@Transactional
public class CouponService {

    private final Programs programs;
    private final ProgramService programService;
    private final Coupons coupons;
    private final CustomerRepository customers;
    private final RewardJournal journal;
    private final CurrentActor actor;
    private final Clock clock;

    CouponService(
            Programs programs,
            ProgramService programService,
            Coupons coupons,
            CustomerRepository customers,
            RewardJournal journal,
            CurrentActor actor,
            Clock clock) {
        this.programs = programs;
        this.programService = programService;
        this.coupons = coupons;
        this.customers = customers;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Gives a customer a coupon.
     *
     * @throws helpdesk.platform.problem.Problem {@code customer-not-found}, {@code unknown-program}, {@code program-inactive},
     *     {@code no-coupons-left}, {@code enough-coupons}
     */
    CouponView issue(UUID id, IssueCoupon wish) {
        Customer customer = customers.require(id);
        Program program = require(wish.programId());
        requireLeft(program, 1);
        if (isEnough(program, id)) {
            throw CustomerProblem.ENOUGH_COUPONS.at(
                    "/programId", "Each customer gets %d of this program at most.".formatted(program.maxPerCustomer()));
        }
        return view(store(program, CouponGrant.to(customer, null, wish.reason(), wish.ticketId(), actor.get())));
    }

    /** Makes coupons to be handed out. */
    SeriesView issueSeries(UUID programId, IssueSeries wish) {
        Program program = programService.require(programId);
        requireActive(program, "");
        requireLeft(program, wish.count());
        UUID series = Ids.next();
        List<Coupon> made = IntStream.range(0, wish.count())
                .mapToObj(i -> store(program, CouponGrant.ofSeries(series, actor.get())))
                .toList();
        return new SeriesView(
                series,
                programId,
                made.getFirst().expiresAt(),
                made.stream().map(coupon -> CouponCode.grouped(coupon.code())).toList());
    }

    /**
     * Gives the customer a coupon for what happened: once for each cause, and none when there are enough.
     *
     * @param cause what happened, by its id
     * @param response the answer that it is for, or null
     */
    void earn(Program program, UUID id, String cause, UUID ticket, UUID response, Actor by) {
        // Counted first: that holds the program, so that others who give this customer one wait.
        if (coupons.exists(program.id(), cause) || !programs.count(program, 1)) {
            return;
        }
        if (isEnough(program, id)) {
            programs.count(program, -1);
            return;
        }
        store(
                program,
                CouponGrant.to(customers.require(id), cause, null, ticket, by).forAnswer(response));
    }

    /**
     * Passes when there is such a program, and it issues coupons.
     *
     * @throws helpdesk.platform.problem.Problem {@code unknown-program}, {@code program-inactive}
     */
    public void requireProgram(UUID id) {
        require(id);
    }

    /**
     * Gives the customer a coupon that was promised: whatever the program has issued before, and though it is inactive now.
     *
     * @param cause what it was promised for; nobody gets two for one
     * @return the coupon's id
     */
    public UUID award(UUID programId, UUID customer, String cause, Actor by) {
        Program program = programService.require(programId);
        programs.countAll(program);
        return store(program, CouponGrant.to(customers.require(customer), cause, null, null, by))
                .id();
    }

    /**
     * Gives what the coupon is worth, once.
     *
     * @throws helpdesk.platform.problem.Problem {@code coupon-not-found}, {@code coupon-redeemed}, {@code coupon-expired},
     *     {@code coupon-revoked}
     */
    CouponView redeem(String code, RedeemCoupon body) {
        Coupon coupon = hold(code);
        journal.tell(coupon, coupon.redeem(body.reference(), actor.get(), clock.instant()));
        return view(coupon);
    }

    /** Takes a coupon back. */
    CouponView revoke(String code, RevokeCoupon body) {
        Coupon coupon = hold(code);
        journal.tell(coupon, coupon.revoke(body.reason(), actor.get(), clock.instant()));
        return view(coupon);
    }

    CouponView read(String code) {
        return CouponCode.read(code).flatMap(coupons::ofCode).map(this::view).orElseThrow(CouponService::notFound);
    }

    BalanceView balance(UUID customer) {
        customers.require(customer);
        return BalanceView.of(coupons.balance(customer, clock.instant()));
    }

    private Coupon store(Program program, CouponGrant grant) {
        Coupon coupon = new Coupon(Ids.next(), program, grant, clock.instant());
        coupons.persist(coupon);
        journal.tell(coupon, coupon.issued(program.name(), grant));
        // Each event is written by a look through all that is loaded: a series should not look through itself.
        coupons.getEntityManager().detach(coupon);
        return coupon;
    }

    private boolean isEnough(Program program, UUID customer) {
        return program.maxPerCustomer() != null && coupons.countOf(program.id(), customer) >= program.maxPerCustomer();
    }

    private void requireLeft(Program program, int more) {
        if (!programs.count(program, more)) {
            throw CustomerProblem.NO_COUPONS_LEFT.problem(
                    "The program has issued all but a few of its coupons: raise maxIssued, or issue fewer.");
        }
    }

    private Program require(UUID id) {
        Program program = programs.findByIdOptional(id)
                .orElseThrow(() -> CustomerProblem.UNKNOWN_PROGRAM.at(
                        "/programId", "There is no program with this id. See GET /api/v1/reward-programs."));
        requireActive(program, "/programId");
        return program;
    }

    private static void requireActive(Program program, String pointer) {
        if (!program.isActive()) {
            throw CustomerProblem.PROGRAM_INACTIVE.at(pointer, "The program issues no coupons. Choose another.");
        }
    }

    private Coupon hold(String code) {
        return CouponCode.read(code).flatMap(coupons::hold).orElseThrow(CouponService::notFound);
    }

    private CouponView view(Coupon coupon) {
        return CouponView.of(coupon, clock.instant());
    }

    private static Problem notFound() {
        return CustomerProblem.COUPON_NOT_FOUND.problem("Check the code.");
    }
}
