package helpdesk.notification.callback;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static helpdesk.notification.Callbacks.slots;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import helpdesk.notification.capacity.CallingRules;
import helpdesk.notification.capacity.HoldsForTests;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Problem;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, the ledger holds what is booked and held, and never more than there is. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CallbackHistoriesTest {

    private static final int HISTORIES = 8;
    private static final int STEPS = 40;
    private static final int SLOTS = 4;
    private static final int PEOPLE = 2;

    private static final String LEDGER = """
            select count(*) from callback_slot as slot
            where group_name = ? and booked <>
                (select count(*) from callback c
                    where c.group_name = slot.group_name and c.slot_start = slot.starts_at and c.status <> 'CANCELLED')
                + (select count(*) from callback_hold h
                    where h.group_name = slot.group_name and h.slot_start = slot.starts_at)""";

    private static final String OVER = "select count(*) from callback_slot where group_name = ? and booked > capacity";

    private enum Deed {
        BOOK,
        HOLD,
        CONFIRM,
        GIVE_BACK,
        MOVE,
        CANCEL,
        CALL,
        WAIT,
        EXPIRE_HOLDS,
        CHANGE_PLAN
    }

    private record Step(Deed deed, int slot, int which) {}

    @Inject
    MovableClock clock;

    @Inject
    CustomerCallbacks callbacks;

    @Inject
    HoldsForTests holds;

    @Inject
    Sql sql;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void the_ledger_equals_what_holds_places_after_every_history() {
        Arbitrary<List<Step>> histories = Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, SLOTS - 1),
                        Arbitraries.integers().between(0, 1000))
                .as(Step::new)
                .list()
                .ofSize(STEPS);
        JqwikSession.run(() -> {
            for (int i = 0; i < HISTORIES; i++) {
                live(histories.sample());
            }
        });
    }

    private void live(List<Step> history) {
        clock.reset();
        String group = group(PEOPLE);
        List<Instant> starts = slots(group).subList(20, 20 + SLOTS);
        List<UUID> booked = new ArrayList<>();
        List<UUID> held = new ArrayList<>();
        int plans = 0;
        for (Step step : history) {
            Instant start = starts.get(step.slot());
            try {
                switch (step.deed()) {
                    case BOOK ->
                        booked.add(callbacks
                                .book(wish(group, start, null), "customer:1")
                                .id());
                    case HOLD -> held.add(holds.hold(group, start, "customer:1"));
                    case CONFIRM -> {
                        if (!held.isEmpty()) {
                            booked.add(callbacks
                                    .book(wish(group, null, any(held, step)), "customer:1")
                                    .id());
                        }
                    }
                    case GIVE_BACK -> {
                        if (!held.isEmpty()) {
                            holds.giveBack(any(held, step), "customer:1");
                        }
                    }
                    case MOVE -> {
                        if (!booked.isEmpty()) {
                            callbacks.change(any(booked, step), new IfMatch(Set.of("*")), moveTo(start));
                        }
                    }
                    case CANCEL -> {
                        if (!booked.isEmpty()) {
                            callbacks.cancel(any(booked, step));
                        }
                    }
                    case CALL -> {
                        if (!booked.isEmpty()) {
                            UUID id = any(booked, step);
                            AttemptOutcome outcome = AttemptOutcome.values()[step.which() % 4];
                            QuarkusTransaction.requiringNew().run(() -> call(id, outcome));
                        }
                    }
                    case WAIT -> clock.move(Duration.ofMinutes(step.which() % 4));
                    case EXPIRE_HOLDS -> holds.giveBackOver();
                    case CHANGE_PLAN -> {
                        as("supervisor")
                                .header("If-Match", "\"" + plans + "\"")
                                .body(plan(step.which() % (PEOPLE + 1), step.which() % 3 == 0 ? 20 : 30))
                                .put("/api/v1/capacity-plans/{group}", group)
                                .then()
                                .statusCode(200);
                        plans++;
                    }
                }
            } catch (Problem refused) {
                assertThat(refused.type().status()).isBetween(400, 499);
            }
            assertThat(count(LEDGER, group)).as("after %s of %s", step, history).isZero();
            assertThat(count(OVER, group)).as("after %s of %s", step, history).isZero();
        }
    }

    private void call(UUID id, AttemptOutcome outcome) {
        Callback callback = callbacks.lock(id).orElseThrow();
        callback.attempt(outcome, null, "account:1", CallingRules.USUAL, clock.instant());
        callback.conclude(CallingRules.USUAL, clock.instant());
    }

    private long count(String statement, String group) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(statement, row -> row.getLong(1), group).orElseThrow());
    }

    private static MergePatch moveTo(Instant start) {
        return new MergePatch(JsonNodeFactory.instance.objectNode().put("slotStart", start.toString()));
    }

    private static BookCallback wish(String group, Instant start, UUID hold) {
        return new BookCallback(
                null,
                "Amara",
                "+447700900142",
                start,
                "Europe/London",
                "Parcel",
                null,
                "en",
                hold == null ? group : null,
                hold);
    }

    private static UUID any(List<UUID> ids, Step step) {
        return ids.get(step.which() % ids.size());
    }
}
