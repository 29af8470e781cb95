package helpdesk.customer.draw;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.profile.CustomerRepository;
import helpdesk.customer.review.ProfileReviews;
import helpdesk.customer.reward.CouponService;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.persistence.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Announces draws, and shows what becomes of them. */
@ApplicationScoped
@Transactional
class DrawService {

    /** Each open one is looked at whenever something becomes known of a customer. */
    private static final int MOST_UNDRAWN = 20;

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Draws draws;
    private final DrawEntries entries;
    private final CouponService prizes;
    private final CustomerRepository customers;
    private final ProfileReviews reviews;
    private final CurrentActor actor;
    private final Cursors cursors;
    private final Clock clock;

    DrawService(
            Draws draws,
            DrawEntries entries,
            CouponService prizes,
            CustomerRepository customers,
            ProfileReviews reviews,
            CurrentActor actor,
            Cursors cursors,
            Clock clock) {
        this.draws = draws;
        this.entries = entries;
        this.prizes = prizes;
        this.customers = customers;
        this.reviews = reviews;
        this.actor = actor;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Announces one.
     *
     * @throws helpdesk.platform.problem.Problem {@code unknown-program}, {@code program-inactive}, {@code name-taken},
     *     {@code too-many-definitions}
     */
    DrawView create(NewDraw body) {
        prizes.requireProgram(body.programId());
        if (draws.count("drawnAt is null") >= MOST_UNDRAWN) {
            throw CustomerProblem.TOO_MANY_DEFINITIONS.problem(
                    "There are %d draws that are not drawn yet. Wait for one of them.", MOST_UNDRAWN);
        }
        Draw draw = new Draw(Ids.next(), body, actor.get().toString(), clock.instant());
        draws.persist(draw);
        try {
            draws.flush();
        } catch (ConstraintViolationException e) {
            throw "draw_name_taken".equals(e.getConstraintName())
                    ? CustomerProblem.NAME_TAKEN.at("/name", "A draw has this name already. Choose another.")
                    : e;
        }
        // What counts may have happened already.
        reviews.askForAll();
        return DrawView.of(draw, clock.instant());
    }

    DrawView read(UUID id) {
        return DrawView.of(require(id), clock.instant());
    }

    Page<DrawView> list(PageRequest page) {
        List<String> after = cursors.open(page.after(), "draws");
        return Page.of(
                draws.list(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                draw -> DrawView.of(draw, clock.instant()),
                last -> cursors.seal(List.of(last.id().toString()), "draws"));
    }

    List<DrawWinner> winners(UUID id) {
        require(id);
        return entries.winners(id);
    }

    DrawProof proof(UUID id) {
        Draw draw = require(id);
        List<UUID> winning =
                entries.winners(id).stream().map(DrawWinner::entryId).toList();
        return DrawProof.of(draw, winning, clock.instant());
    }

    /**
     * The list that was drawn from.
     *
     * @throws helpdesk.platform.problem.Problem {@code draw-not-drawn} before that, because it still changes
     */
    List<UUID> entries(UUID id) {
        if (require(id).drawnAt() == null) {
            throw CustomerProblem.DRAW_NOT_DRAWN.problem("The list is complete when it is drawn. Ask again then.");
        }
        return entries.list(id);
    }

    Page<CustomerDrawEntry> of(UUID customer, PageRequest page) {
        customers.require(customer);
        String list = "draw-entries " + customer;
        List<String> after = cursors.open(page.after(), list);
        return Page.of(
                entries.ofCustomer(
                        customer, after.isEmpty() ? LAST_ID : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                entry -> entry,
                last -> cursors.seal(List.of(last.entryId().toString()), list));
    }

    private Draw require(UUID id) {
        return draws.findByIdOptional(id)
                .orElseThrow(() -> CustomerProblem.DRAW_NOT_FOUND.problem("Check the id. See GET /api/v1/draws."));
    }
}
