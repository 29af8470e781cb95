package helpdesk.customer.draw;

import helpdesk.customer.job.Steps;
import helpdesk.customer.reward.CouponService;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Draws when it is time, and gives the winners their prizes, each once. */
@ApplicationScoped
class Drawing {

    private static final Actor SELF = Actor.system("draws");
    private static final int MOST_STEPS = 1_000;

    private final Draws draws;
    private final DrawEntries entries;
    private final CouponService prizes;
    private final Causation causation;
    private final Steps steps;
    private final Clock clock;
    private final Duration pause;

    Drawing(
            Draws draws,
            DrawEntries entries,
            CouponService prizes,
            Causation causation,
            Steps steps,
            Clock clock,
            @ConfigProperty(name = "helpdesk.draws.pause") Duration pause) {
        this.draws = draws;
        this.entries = entries;
        this.prizes = prizes;
        this.causation = causation;
        this.steps = steps;
        this.clock = clock;
        this.pause = pause;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void draw() {
        causation.actAs(SELF);
        steps.take("Draws", MOST_STEPS, () -> QuarkusTransaction.requiringNew().call(this::drawNext));
        steps.take("Prizes", MOST_STEPS, () -> QuarkusTransaction.requiringNew().call(this::awardNext));
    }

    /** What happened in time may arrive a little later. */
    private boolean drawNext() {
        Instant now = clock.instant();
        Optional<Draw> due = draws.holdDue(now.minus(pause));
        due.ifPresent(draw -> {
            List<UUID> winners = draw.draw(entries.close(draw), now);
            entries.win(draw.id(), winners);
        });
        return due.isPresent();
    }

    private boolean awardNext() {
        Optional<DrawEntries.Prize> next = entries.holdPrize();
        next.ifPresent(prize -> entries.awarded(
                prize.entry(), prizes.award(prize.programId(), prize.customerId(), "DRAW " + prize.entry(), SELF)));
        return next.isPresent();
    }
}
